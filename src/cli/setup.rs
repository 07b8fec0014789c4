//! Setting loket up: what is known before, how the answers are written, and how loket begins afterwards.

use std::{
    collections::HashMap,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    api::problem::exit,
    locale::{Language, Texts},
    tui::{
        app::{
            setup::{Answers, Known},
            signing_in::Before,
        },
        shell::setup::{Arrange, SignInPlace},
    },
};

use super::{
    call::{Call, Done, Stop},
    config::{self, Places, edit, setting::quoted},
    interface::{self, Visit},
    login,
    panic::state_folder,
    text_file,
};

/// `loket` where no server is set: the screen that sets it up.
pub(super) fn first(call: &mut Call) -> Done {
    let visit = Visit {
        server: String::new(),
        token: "none".into(),
        drafts: PathBuf::new(),
        notice: String::new(),
        first: true,
        alone: false,
        passing: false,
        sign_in: None,
    };
    interface::interface(call, visit)
}

/// What setting up starts from, and how it is saved.
pub(super) fn arrange(call: &Call, first: bool, sign_in: Option<SignInPlace>) -> Arrange {
    let writer = Writer { environment: call.edge.environment.clone(), language: call.config.language.value };
    let file = writer.user_file().map(|path| writer.at_home(&path)).unwrap_or_default();
    let token = match (call.edge.variable("LOKET_TOKEN"), &call.config.token_file.value) {
        (Some(_), _) => Some("LOKET_TOKEN".to_owned()),
        (None, Some(path)) => Some(writer.at_home(path)),
        (None, None) => None,
    };
    // Who chose the demonstration has a configuration, and no server in it yet.
    let answered = first && writer.user_file().is_some_and(|path| path.exists());
    let known = Known { first, answered, file, server: call.config.server.value.clone(), token };
    Arrange { known, save: Arc::new(move |answers| writer.save(answers)), sign_in }
}

/// Begins anew with what is set now, in the place of this process: as at any other start. Gives only back when that fails.
pub(super) fn begin(call: &Call, demo: bool, memory: Option<&login::Memory>) -> Stop {
    // It is read by what begins, and by nothing else: see `login`.
    let handed = memory.and_then(login::Memory::hand_over);
    anew(call, demo, handed.as_ref().map(|handed| (login::HANDED, handed.number.to_string())))
}

/// Begins anew with signing in: what was on the screen is in no memory any more.
pub(super) fn begin_again(call: &Call, before: Before) -> Stop {
    anew(call, false, Some((login::ENDED, before.code().into())))
}

fn anew(call: &Call, demo: bool, variable: Option<(&str, String)>) -> Stop {
    let failed = |error: std::io::Error| Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::NOTHING);
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return failed(error),
    };
    let mut command = std::process::Command::new(program);
    command.env_remove(login::HANDED).env_remove(login::ENDED);
    if let Some((name, value)) = variable {
        command.env(name, value);
    }
    if demo {
        command.arg("demo");
    }
    if let Some(server) = call.flags.server.as_ref().filter(|_| !demo) {
        command.arg("--server").arg(server);
    }
    if let Some(theme) = &call.flags.theme {
        command.arg("--theme").arg(theme);
    }
    if call.flags.read_only {
        command.arg("--read-only");
    }
    failed(command.exec())
}

/// Writes answers where this user's configuration is.
struct Writer {
    environment: HashMap<String, String>,
    language: Language,
}

impl Writer {
    fn variable(&self, name: &str) -> Option<String> {
        self.environment.get(name).filter(|value| !value.is_empty()).cloned()
    }

    fn user_file(&self) -> Option<PathBuf> {
        Places::of(|name| self.variable(name)).user
    }

    /// A path as a person writes it; the configuration reads it so too.
    fn at_home(&self, path: &Path) -> String {
        match self.variable("HOME").and_then(|home| path.strip_prefix(home).map(Path::to_owned).ok()) {
            Some(rest) => format!("~/{}", rest.display()),
            None => path.display().to_string(),
        }
    }

    fn save(&self, answers: &Answers) -> Result<String, String> {
        let texts = Texts::new(answers.language.unwrap_or(self.language));
        let path = self.user_file().ok_or_else(|| texts.get("cli-config-no-place"))?;
        let shown = self.at_home(&path);
        let failed = |path: &Path, error: &std::io::Error| {
            let detail = texts.of_system(&error.to_string());
            texts.with("cli-file-not-written", &[("file", self.at_home(path).into()), ("detail", detail.into())])
        };
        let mut text = match text_file::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => config::default_file(&texts),
            Err(error) => return Err(failed(&path, &error)),
        };
        let mut settings: Vec<(&str, String)> = vec![];
        settings.extend(answers.language.map(|language| ("language", quoted(language.code()))));
        settings.extend(answers.server.as_deref().map(|server| ("server", quoted(server))));
        settings.extend(answers.keymap.as_deref().map(|keymap| ("keymap", quoted(keymap))));
        settings.extend(answers.theme.as_deref().map(|theme| ("theme", quoted(theme))));
        let token = answers.token.as_ref().map(|token| (self.token_file(answers.server.as_deref()), &token.0));
        if let Some((file, _)) = &token {
            let file = file.as_deref().ok_or_else(|| texts.get("setup-no-state"))?;
            settings.push(("token_file", quoted(&self.at_home(file))));
        }
        for (name, value) in &settings {
            let refused = || texts.with("cli-config-cannot-set", &[("file", shown.as_str().into()), ("key", (*name).into())]);
            text = edit::with(&text, name, value).ok_or_else(refused)?;
        }
        // The token first: a configuration never names a file that is not there.
        if let Some((Some(file), token)) = token {
            secret(&file, token).map_err(|error| failed(&file, &error))?;
        }
        edit::write(&path, &text).map_err(|error| failed(&path, &error))?;
        Ok(shown)
    }

    /// A file for each server, so that a token for one never takes the place of another's.
    fn token_file(&self, server: Option<&str>) -> Option<PathBuf> {
        let host: String =
            server.unwrap_or_default().chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' }).collect();
        let host = host.trim_start_matches("https---").trim_start_matches("http---").trim_matches('-');
        let name = if host.is_empty() { "token".to_owned() } else { format!("token-{host}") };
        state_folder(|name| self.variable(name)).map(|state| state.join(name))
    }
}

/// Writes a file that only its owner may read, whatever it was before.
fn secret(path: &Path, text: &str) -> std::io::Result<()> {
    match std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    edit::write(path, &format!("{text}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::app::setup::Secret;

    fn writer(home: &Path) -> Writer {
        let environment = [("HOME".to_owned(), home.display().to_string())].into();
        Writer { environment, language: Language::Dutch }
    }

    #[test]
    fn answers_are_written_for_the_owner_alone_and_the_rest_stays() {
        let home = tempfile::tempdir().unwrap();
        let writer = writer(home.path());
        let answers = Answers {
            language: Some(Language::English),
            keymap: Some("vim".into()),
            theme: Some("dark".into()),
            server: Some("https://loket.example:8443/pad".into()),
            token: Some(Secret("geheim".into())),
        };
        assert_eq!(writer.save(&answers).as_deref(), Ok("~/.config/loket/config.toml"));
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let file = home.path().join(".config/loket/config.toml");
        let token = home.path().join(".local/state/loket/token-loket.example-8443-pad");
        assert_eq!((mode(&file), mode(&token)), (0o600, 0o600));
        let text = std::fs::read_to_string(&file).unwrap();
        for line in
            ["language = \"en\"", "keymap = \"vim\"", "token_file = \"~/.local/state/loket/token-loket.example-8443-pad\""]
        {
            assert!(text.lines().any(|one| one == line), "{line} in {text}");
        }
        assert!(!text.contains("geheim") && text.lines().any(|line| line == "theme = \"dark\""), "{text}");
        assert_eq!(crate::cli::values::secret_file(&token).map_err(drop), Ok("geheim\n".into()));
        // A second time: comments and what is not answered stay.
        std::fs::write(&file, format!("# van mij\n{text}")).unwrap();
        let again = Answers { keymap: Some("office".into()), ..Answers::default() };
        assert!(writer.save(&again).is_ok());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), format!("# van mij\n{}", text.replace("\"vim\"", "\"office\"")));
    }

    #[test]
    fn a_broken_file_is_left_as_it_is_and_said() {
        let home = tempfile::tempdir().unwrap();
        let writer = writer(home.path());
        let file = home.path().join(".config/loket/config.toml");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, "server = \n").unwrap();
        let answers = Answers {
            keymap: Some("vim".into()),
            server: Some("https://a".into()),
            token: Some(Secret("x".into())),
            ..Answers::default()
        };
        assert!(writer.save(&answers).is_err_and(|words| words.contains("~/.config/loket/config.toml")));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "server = \n");
        assert!(!home.path().join(".local/state/loket/token-a").exists(), "nothing is half saved");
    }
}
