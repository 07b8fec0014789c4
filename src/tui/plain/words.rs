//! Commands by their names: which one a typed word means here, and what can be done here.

use crate::{
    domain::fold::fold,
    locale::{Language, Texts},
    tui::app::{
        Pane, State,
        command::{Command, Scope},
        key::{Key, KeyCode},
        keymap::Resolution,
        keys::Typing,
        pointing::Pointed,
    },
};

use super::{PAGE, Reply, Situation, line};

/// What a typed word means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This command.
    One(Command),
    /// One of these.
    Several(Vec<Command>),
    /// Nothing that is known here.
    None,
}

/// The command with these keys, this name, or a name that begins like this; names in both languages.
pub fn find(state: &State, typed: &str) -> Found {
    let scopes = scopes(state);
    if let Some(command) = by_key(state, &scopes, typed) {
        return Found::One(command);
    }
    let wanted = fold(typed.trim());
    if wanted.is_empty() {
        return Found::None;
    }
    let texts = Language::ALL.iter().map(|language| Texts::new(*language)).collect::<Vec<_>>();
    let names = |command: Command| -> Vec<String> {
        let words = texts.iter().map(|texts| fold(&texts.get(&command.word())));
        [fold(command.name()), fold(&command.name().replace('-', " "))].into_iter().chain(words).collect()
    };
    // The scopes in their order: the most special first.
    let here: Vec<Command> =
        scopes.iter().flat_map(|scope| Command::ALL.iter().copied().filter(move |command| command.scope() == *scope)).collect();
    let here: Vec<Command> = here.into_iter().filter(|command| reaches(state, *command)).collect();
    if let Some(command) = here.iter().find(|command| names(**command).contains(&wanted)) {
        return Found::One(*command);
    }
    let begins = |command: &&Command| names(**command).iter().any(|name| name.starts_with(&wanted));
    let mut found: Vec<Command> = here.iter().filter(begins).copied().collect();
    if found.is_empty() {
        // Another word for it, whole.
        let also = |command: &&Command| {
            texts.iter().any(|texts| fold(&texts.get(&command.also())).split(' ').any(|word| word == wanted))
        };
        found = here.iter().filter(also).copied().collect();
    }
    match found[..] {
        [] => Found::None,
        [one] => Found::One(one),
        _ => Found::Several(found),
    }
}

/// `wie cak`, `filter gemeente:breda`: a command that asks for text, with that text behind it on the same line.
pub fn with_text(state: &State, typed: &str) -> Option<Reply> {
    let (word, rest) = match typed.strip_prefix('@') {
        Some(rest) => ("@", rest),
        None => typed.split_once(' ')?,
    };
    let fill = Pointed::Fill(rest.trim().to_owned());
    match find(state, word) {
        _ if rest.trim().is_empty() => None,
        Found::One(command @ Command::Lookup) => Some(Reply::tell([Pointed::Run(command), fill])),
        Found::One(command @ (Command::Help | Command::Palette)) => Some(Reply::tell([Pointed::Run(command), fill])),
        Found::One(Command::Explain) => {
            // What is called so is opened at once; else what was found is told, to choose from.
            let meant = state.explanations.meant(state.texts.language(), rest).is_some();
            let open = meant.then_some(Pointed::Run(Command::FinderRun));
            Some(Reply::tell([Pointed::Run(Command::Explain), fill].into_iter().chain(open)))
        }
        Found::One(command @ Command::Filter) if state.pane != Pane::Register => {
            Some(Reply::tell([Pointed::Run(command), fill, Pointed::Run(Command::FilterKeep)]))
        }
        _ => None,
    }
}

/// `urgentie hoog`, `weergave van mij`: a command that opens a menu, and the line of it.
pub fn with_choice(state: &State, typed: &str) -> Option<(Command, String)> {
    use Command as C;
    let (word, rest) = typed.split_once(' ')?;
    let Found::One(command) = find(state, word) else { return None };
    let opens = matches!(command, C::Urgency | C::Status | C::View | C::Sort | C::Group | C::Keymap | C::Language | C::CopyMenu);
    opens.then(|| (command, rest.trim().to_owned()))
}

/// `c`, `F2`, `g g`, and `gg` too.
fn by_key(state: &State, scopes: &[Scope], typed: &str) -> Option<Command> {
    let apart: String = typed.chars().flat_map(|c| [c, ' ']).collect();
    let short = typed.chars().count() <= 2;
    [typed, apart.trim()].into_iter().enumerate().find_map(|(at, text)| {
        let keys = Key::sequence(text).ok().filter(|keys| (at == 0 || short) && keys.iter().all(is_typed))?;
        match state.keymap.resolve(scopes, &keys) {
            Resolution::Command(command) if reaches(state, command) => Some(command),
            _ => None,
        }
    })
}

/// Is this a key that stands for itself in a line? A function key or Ctrl cannot be typed into one.
fn is_typed(key: &Key) -> bool {
    matches!(key, Key { code: KeyCode::Char(c), ctrl: false, alt: false, .. } if *c != ' ')
}

/// The keys of a command that can be typed into a line; `l` and `m` are the list and more of it there.
fn typed_keys(state: &State, command: Command) -> impl Iterator<Item = &Vec<Key>> {
    let on_card = command.scope() == Scope::Card;
    let taken = move |keys: &[Key]| !on_card && matches!(keys, [Key { code: KeyCode::Char('l' | 'm'), .. }]);
    state.keymap.keys(command).iter().filter(move |keys| keys.iter().all(is_typed) && !taken(keys))
}

/// A name of a key, `F2` or `Ctrl+C`, typed as a word: that it is a key, and the command to type instead.
pub fn named_key(state: &State, typed: &str) -> Option<String> {
    let keys = Key::sequence(typed).ok().filter(|keys| typed.chars().nth(1).is_some() && !keys.iter().all(is_typed))?;
    let values = |word: String| [("key", typed.to_owned().into()), ("word", word.into())];
    Some(match state.keymap.resolve(&scopes(state), &keys) {
        Resolution::Command(command) => state.texts.with("plain-key", &values(state.texts.get(&command.word()))),
        _ => state.texts.with("plain-key-unbound", &values(String::new())),
    })
}

/// The scopes whose commands can be named here.
fn scopes(state: &State) -> Vec<Scope> {
    let mut scopes = state.scopes().to_vec();
    if !scopes.contains(&Scope::Global) {
        scopes.push(Scope::Global);
    }
    if state.modals.is_empty() && state.pane == Pane::Register && !scopes.contains(&Scope::Card) {
        scopes.insert(0, Scope::Card);
    }
    scopes
}

/// Over a menu or a card only what works whatever lies on top, and the way out.
fn reaches(state: &State, command: Command) -> bool {
    let over = !state.modals.is_empty() && state.typing() == Typing::No;
    !over || command.scope() != Scope::Global || command.works_everywhere() || command == Command::Back
}

/// The keys of a command as they can be typed: `j`.
pub fn keys(state: &State, command: Command) -> String {
    typed_keys(state, command).map(|keys| Key::show(keys)).collect::<Vec<_>>().join(", ")
}

/// Which of these is meant?
pub fn which(state: &State, commands: &[Command]) -> String {
    let words: Vec<String> = commands.iter().take(8).map(|command| state.texts.get(&command.word())).collect();
    state.texts.with("plain-which", &[("words", words.join(", ").into())])
}

/// What can be done here: a few sentences, then the commands that run now.
pub fn help(state: &State, situation: &Situation) -> String {
    let mut out = String::new();
    let key = match situation {
        Situation::Card(_) => "plain-help-card",
        Situation::Open(_) => "plain-help-open",
        Situation::List => "plain-help-list",
        Situation::Traces => "plain-help-traces",
        Situation::Board | Situation::Month(_) | Situation::Clock(_) => "plain-help-board",
        _ => "plain-help-text",
    };
    line(&mut out, &state.texts.get(key));
    let scopes = scopes(state);
    let all = scopes.iter().flat_map(|scope| Command::ALL.iter().filter(move |command| command.scope() == *scope));
    let can: Vec<Command> =
        all.copied().filter(|command| !moves(*command) && state.unavailable_from_list(*command).is_none()).collect();
    for command in can.iter().take(PAGE) {
        let keys = typed_keys(state, *command).next().map_or_else(String::new, |keys| format!(" ({})", Key::show(keys)));
        let (word, sentence) = (state.texts.get(&command.word()), state.sentence_here(*command));
        line(&mut out, &format!("{word}{keys}: {sentence}"));
    }
    if key != "plain-help-text" {
        line(&mut out, &state.texts.with("plain-help-end", &[("rest", can.len().saturating_sub(PAGE).into())]));
    }
    out
}

/// Commands that only move, or that lines have no use for: they work here too, but numbers are the way.
fn moves(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::Down | C::Up | C::HalfDown | C::HalfUp | C::PageDown | C::PageUp | C::Top | C::Bottom | C::Redraw | C::Cancel
    ) || command.scope() == Scope::Text
}
