//! `loket doctor --keys`: what each key comes in as, what loket makes of it, and which keys of the keymap did not come.

use std::collections::BTreeSet;

use crate::{
    api::problem::exit,
    cli::{
        call::{Call, Done, Stop},
        interface,
    },
    domain::text::SafeText,
    tui::{
        app::{
            command::Command,
            key::{Key, KeyCode},
            keymap::Keymap,
        },
        shell::{decode::Event, probe},
    },
};

pub(super) fn run(call: &mut Call) -> Done {
    if !call.edge.stdin_is_terminal || call.edge.width.is_none() {
        return Err(Stop::Said("doctor-needs-terminal", vec![], exit::USAGE));
    }
    let (keymaps, _) = interface::keymaps(&call.sources());
    let standard = Keymap::standard();
    let (name, keymap) = keymaps.first().map_or(("standaard", &standard), |(name, keymap)| (name.as_str(), keymap));
    let head = call.texts.with("doctor-keys-head", &[("name", name.into())]);
    call.print(&SafeText::line(&head))?;
    call.flush()?;
    let (mut came, mut last, mut printed) = (BTreeSet::<Key>::new(), None::<Key>, Ok(()));
    let listened = probe::listen(|bytes, events| {
        let esc = Key::new(KeyCode::Esc);
        let keys: Vec<Key> =
            events.iter().filter_map(|event| if let Event::Key(key) = event { Some(*key) } else { None }).collect();
        came.extend(&keys);
        printed = call.print(&told(bytes, events, keymap, &call.texts)).and_then(|()| call.flush());
        let twice = keys.ends_with(&[esc, esc]) || (keys == [esc] && last == Some(esc));
        last = keys.last().copied();
        printed.is_ok() && !twice
    });
    printed?;
    listened.map_err(|error| Stop::Said("cli-system", vec![("detail", error.to_string().into())], exit::USAGE))?;
    let missing: Vec<String> = single(keymap).into_iter().filter(|key| !came.contains(key)).map(|key| key.to_string()).collect();
    if !missing.is_empty() {
        let text = call.texts.with("doctor-keys-missing", &[("keys", missing.join(" ").into())]);
        call.print(&SafeText::default())?;
        call.print(&SafeText::line(&text))?;
    }
    Ok(exit::DONE)
}

/// A line for what came: the key, its bytes, its commands.
fn told(bytes: &[u8], events: &[Event], keymap: &Keymap, texts: &crate::locale::Texts) -> SafeText {
    let shown: Vec<String> = bytes.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let (mut names, mut meanings) = (vec![], vec![]);
    for event in events {
        match event {
            Event::Key(key) => {
                names.push(key.to_string());
                let bound = |command: &&Command| keymap.keys(**command).iter().any(|keys| keys[..] == [*key]);
                let commands = Command::ALL.iter().filter(bound).filter(|command| !command.scope().is_inner());
                meanings.extend(commands.map(|command| texts.get(&command.word())));
            }
            // What was pasted is nobody's business here.
            Event::Paste(text) => names.push(texts.with("doctor-keys-paste", &[("count", text.chars().count().into())])),
            Event::Mouse(..) => names.push(texts.get("doctor-keys-mouse")),
            Event::Focus(_) => names.push(texts.get("doctor-keys-focus")),
        }
    }
    if names.is_empty() {
        names.push(texts.get("doctor-keys-unknown"));
    }
    meanings.dedup();
    SafeText::line(format!("{:<16} {:<30} {}", names.join(" "), shown.join(" "), meanings.join(", ")).trim_end())
}

/// The keys of a keymap that are pressed alone and are no plain characters: those a terminal may not send.
fn single(keymap: &Keymap) -> Vec<Key> {
    let mut keys: Vec<Key> = Command::ALL.iter().flat_map(|command| keymap.keys(*command)).flatten().copied().collect();
    keys.retain(|key| !matches!(key, Key { code: KeyCode::Char(_), ctrl: false, alt: false, .. }));
    keys.sort_unstable();
    keys.dedup();
    keys
}
