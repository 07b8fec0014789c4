//! Joins a server, a token and the terminal interface.

use secrecy::SecretString;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    tui::{
        app::keymap::Keymap,
        shell::{self, Ending, Options, guard::NoTerminal},
        view::theme::{SHIPPED, Theme},
    },
};

use super::{
    call::{Call, Done, Stop},
    panic::state_folder,
};

/// What the interface is opened on.
pub(super) struct Visit {
    /// Address of the server.
    pub server: String,
    /// The token for it.
    pub token: SecretString,
    /// What its user must know first.
    pub notice: String,
}

/// `loket` without a command: the interface on the configured server.
pub(super) fn configured(call: &mut Call) -> Done {
    let (server, token) = call.server_and_token()?;
    let notice = call.texts.get("notice-no-real-data");
    interface(call, Visit { server, token, notice })
}

/// Runs the interface until its user leaves.
pub(super) fn interface(call: &mut Call, visit: Visit) -> Done {
    let theme = theme(call);
    let keymap = keymap(call);
    let variable = |name: &str| call.edge.variable(name);
    // Without a state folder drafts are refused in words; typing still works.
    let drafts = state_folder(variable).unwrap_or_default();
    let options = Options {
        server: visit.server,
        token: visit.token,
        language: call.config.language.value,
        theme,
        keymap,
        drafts,
        notice: Some(visit.notice),
    };
    match shell::run(options) {
        Ok(Ending::Quit) => Ok(exit::DONE),
        Ok(Ending::Ended(reason)) => Ok(reason.exit_code()),
        Err(why) => {
            let (key, detail) = match why {
                NoTerminal::Input | NoTerminal::Output => ("cli-no-terminal", String::new()),
                NoTerminal::Unset | NoTerminal::Dumb => ("cli-dumb-terminal", String::new()),
                NoTerminal::Refuses(error) => ("cli-system", error.to_string()),
            };
            Err(Stop::Said(key, vec![("detail", detail.into())], exit::USAGE))
        }
    }
}

/// The theme that is set; otherwise one that fits the terminal: dark or light when it shows all colours, else its own sixteen.
fn theme(call: &mut Call) -> Theme {
    let wanted = call.config.theme.value.clone();
    if let Some(name) = &wanted {
        match Theme::shipped(name) {
            Some(theme) => return theme,
            None => {
                let names = SHIPPED.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                call.say("cli-unknown-theme", &[("name", name.as_str().into()), ("names", names.into())]);
            }
        }
    }
    let all_colours = call.edge.variable("COLORTERM").is_some_and(|value| matches!(value.as_str(), "truecolor" | "24bit"));
    let light = call.edge.variable("COLORFGBG").and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok());
    let name = match (all_colours, light) {
        (false, _) => "terminal",
        (true, Some(7 | 9..=15)) => "light",
        (true, _) => "dark",
    };
    Theme::shipped(name).unwrap_or_else(Theme::plain)
}

/// The preset with the user's own keys laid over it; mistakes are told and never stop the program.
fn keymap(call: &mut Call) -> Keymap {
    let mut keymap = Keymap::standard();
    if let Some(name) = call.config.keymap.value.clone().filter(|name| name != "standaard") {
        call.say("cli-unknown-keymap", &[("name", name.into()), ("names", "standaard".into())]);
    }
    for table in call.config.keys.clone() {
        for warning in keymap.lay_over(&table.to_string()) {
            call.message(&SafeText::line(&warning.text));
        }
    }
    keymap
}
