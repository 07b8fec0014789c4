//! A form, field by field: what is asked, and what a typed line does to it.

use crate::{
    domain::{Date, text::SafeText},
    tui::{
        app::{
            State,
            choosing::word_of,
            command::Command,
            doubt,
            form::{Form, Kind, Reading, Slot},
            forms::intake,
            pointing::{Pointed, Target},
        },
        view::format,
    },
};

use super::{
    Reply, form, line, unescaped,
    words::{self, Found},
};

/// Tells what the next line is for. At the start what form it is, and how one goes about it.
pub fn ask(state: &State, at: usize, begun: bool, out: &mut String) {
    let Some(form) = form(state) else { return };
    let texts = &state.texts;
    if begun {
        let key = form.purpose.title();
        line(out, SafeText::line(format!("{}  {}", texts.get(key), form.subject).trim()).as_str());
        if let Some(saved_at) = form.restored {
            line(out, &texts.with("draft-restored", &[("moment", state.moment(saved_at).into())]));
        }
        line(out, &texts.get("plain-form-help"));
    }
    let Some(slot) = form.slots.get(at) else {
        for (at, slot) in form.slots.iter().enumerate().filter(|(_, slot)| !slot.field.is_blank()) {
            line(out, &format!("{}. {}: {}", at + 1, label(state, slot), value(state, slot)));
        }
        if let Some(words) = &form.refused {
            line(out, &texts.with("plain-fail", &[("text", SafeText::line(words).into())]));
        } else if let Some((at, key, what)) = doubt::of_form(form, state.today) {
            line(out, &texts.with(key, &[("what", what.into()), ("field", label(state, &form.slots[at]).into())]));
        }
        if let Some(words) = state.typed_alike_words() {
            line(out, &words);
        }
        if let Some((words, _)) = state.notice_of(form) {
            line(out, words.trim_start_matches("! "));
        }
        return;
    };
    // Where lines are typed, Enter and a letter do not mean what they mean on a screen.
    let (name, _) = intake::which(slot.name);
    let hints = [format!("plain-form-{name}-hint"), format!("form-{name}-hint")];
    let choice = matches!(slot.kind, Kind::Choice(_));
    if let Some(words) = state.contact_words(form).or_else(|| state.shield_words(form)) {
        line(out, &words);
    } else if let Some(hint) = hints.iter().find(|hint| texts.has(hint)).filter(|_| !choice) {
        line(out, &texts.get(hint));
    }
    if slot.kind == Kind::Block {
        if !slot.field.is_blank() {
            line(out, &texts.get("plain-block-now"));
            line(out, &numbered(slot.field.text()));
        }
        line(out, &texts.get("plain-block-help"));
    }
    let fault = form.fault(&state.reference, state.today).filter(|(faulty, _)| form.checked && *faulty == at);
    if let Some((_, reading)) = fault {
        line(out, &understood(state, slot, &reading));
    }
}

/// `Met [CAK]: `
pub fn prompt(state: &State, at: usize) -> String {
    let Some(form) = form(state) else { return String::new() };
    let Some(slot) = form.slots.get(at) else {
        return match form.purpose.button() {
            "form-save" => state.texts.get("plain-prompt-save"),
            button => state.texts.with("plain-prompt-do", &[("button", state.texts.get(button).into())]),
        };
    };
    let label = label(state, slot);
    match slot.kind {
        Kind::Block => format!("{label}: "),
        Kind::Choice(codes) => {
            let words: Vec<String> = codes.iter().map(|code| word_of(&state.texts, code)).collect();
            match slot.field.is_blank() {
                true => format!("{label} ({}): ", words.join(", ")),
                false => format!("{label} ({}) [{}]: ", words.join(", "), value(state, slot)),
            }
        }
        _ if slot.field.is_blank() => format!("{label}: "),
        _ => format!("{label} [{}]: ", value(state, slot)),
    }
}

/// What a typed line does.
pub fn answer(state: &State, at: usize, typed: &str) -> Reply {
    let Some(form) = form(state) else { return Reply::default() };
    let bare = typed.trim();
    if let Some(word) = bare.strip_prefix('/').filter(|_| !bare.starts_with("//")) {
        return command(state, form, at, word.trim());
    }
    let Some(slot) = form.slots.get(at) else { return button(state, form, bare) };
    match slot.kind {
        Kind::Choice(_) if bare.is_empty() => leave(state, form, at),
        Kind::Choice(codes) => choice(state, codes, bare),
        Kind::Block => block(state, form, at, typed),
        _ if bare.is_empty() => leave(state, form, at),
        _ => {
            let mut filled = slot.clone();
            filled.field.set(unescaped(bare));
            let reading = filled.reading_in(form, &state.reference, state.today);
            let fill = Pointed::Fill(unescaped(bare).to_owned());
            let mut reply = match reading {
                Reading::Wrong(..) => Reply::tell([fill]),
                _ => Reply::tell([fill, Pointed::Run(Command::NextField)]),
            };
            reply.say = understood(state, &filled, &reading);
            reply
        }
    }
}

/// Lines that came all at once, pasted: text for a field of several lines, and nothing else. None of them is a command.
pub fn pasted(state: &State, lines: &[String]) -> Reply {
    let count = ("count", lines.len().into());
    let into = match super::Situation::of(state) {
        super::Situation::Field(_, at) => form(state).and_then(|form| form.slots.get(at)).filter(|slot| slot.kind == Kind::Block),
        _ => None,
    };
    let Some(slot) = into else { return Reply::say(state.texts.with("plain-pasted-nowhere", &[count])) };
    let now = slot.field.text();
    let text = if now.is_empty() { lines.join("\n") } else { format!("{now}\n{}", lines.join("\n")) };
    let mut reply = Reply::tell([Pointed::Fill(text)]);
    reply.say = state.texts.with("plain-pasted", &[count, ("field", label(state, slot).into())]);
    reply
}

fn label(state: &State, slot: &Slot) -> String {
    intake::label(&state.texts, slot.name)
}

/// What stands in a field, in one line.
fn value(state: &State, slot: &Slot) -> String {
    match slot.kind {
        Kind::Choice(_) if slot.field.is_blank() => String::new(),
        Kind::Choice(_) => word_of(&state.texts, slot.field.text()),
        _ => SafeText::line(slot.field.text()).into_string(),
    }
}

/// What was understood, or what is wrong.
fn understood(state: &State, slot: &Slot, reading: &Reading) -> String {
    let texts = &state.texts;
    match reading {
        Reading::Plain => String::new(),
        Reading::Wrong(key, what) => {
            let plain = format!("plain-{key}");
            let key = if texts.has(&plain) { plain.as_str() } else { *key };
            let words = texts.with(key, &[("what", super::echo::echoed(what).into()), ("field", label(state, slot).into())]);
            texts.with("plain-warn", &[("text", words.into())])
        }
        Reading::Understood(text) => {
            let day = text.parse::<Date>().ok().filter(|_| slot.kind.is_day());
            let words = day.map_or_else(
                || SafeText::line(text).into_string(),
                |day| format::day_in_form(day, slot.time(), state.today, texts),
            );
            texts.with("plain-understood", &[("text", words.into())])
        }
    }
}

/// On to the next field, unless this one is not right.
fn leave(state: &State, form: &Form, at: usize) -> Reply {
    let slot = &form.slots[at];
    let reading = slot.open(&state.reference, state.today);
    match reading {
        Reading::Wrong(..) => Reply::say(understood(state, slot, &reading)),
        _ => Reply::run(Command::NextField),
    }
}

/// A line more of a text; a full stop alone ends it.
fn block(state: &State, form: &Form, at: usize, typed: &str) -> Reply {
    if typed.trim() == "." {
        return leave(state, form, at);
    }
    let now = form.slots[at].field.text();
    let text = if now.is_empty() { unescaped(typed).to_owned() } else { format!("{now}\n{}", unescaped(typed)) };
    Reply::tell([Pointed::Fill(text)])
}

/// The lines of a text, each with its number where there are several.
fn numbered(text: &str) -> String {
    let safe = SafeText::block(text);
    let lines: Vec<&str> = safe.as_str().lines().collect();
    match lines.len() {
        0 | 1 => safe.as_str().to_owned(),
        _ => lines.iter().enumerate().map(|(at, line)| format!("{}. {line}", at + 1)).collect::<Vec<_>>().join("\n"),
    }
}

/// `/wis 2`: one line goes from a text, and what is left is told.
fn take_out(state: &State, form: &Form, at: usize, typed: &str) -> Reply {
    let Some(slot) = form.slots.get(at).filter(|slot| slot.kind == Kind::Block) else {
        return Reply::say(state.texts.get("plain-form-help"));
    };
    let number = typed.rsplit(' ').next().unwrap_or_default();
    let mut lines: Vec<&str> = slot.field.text().split('\n').collect();
    let Some(gone) = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).filter(|at| *at < lines.len()) else {
        return Reply::say(state.texts.with("plain-no-number", &[("number", super::echo::echoed(number).into())]));
    };
    let gone = lines.remove(gone);
    let values = [("number", number.into()), ("text", super::echo::echoed(gone).into())];
    let text = lines.join("\n");
    let mut reply = Reply::tell([Pointed::Fill(text.clone())]);
    reply.say = state.texts.with("plain-line-gone", &values);
    if !text.is_empty() {
        reply.say = format!("{}\n{}", reply.say, numbered(&text));
    }
    reply
}

/// A value by its word, the start of it, or its number.
fn choice(state: &State, codes: &[&str], typed: &str) -> Reply {
    let typed = typed.to_lowercase();
    let starts = |code: &&&str| word_of(&state.texts, code).to_lowercase().starts_with(&typed);
    let numbered = typed.parse::<usize>().ok().and_then(|number| codes.get(number.checked_sub(1)?));
    // "j" and "y" both mean yes, in both languages.
    let yes = matches!(&*typed, "j" | "y");
    match numbered.or_else(|| codes.iter().find(starts)).or_else(|| codes.iter().find(|code| yes && **code == "yes")) {
        Some(code) => Reply::tell([Pointed::Fill((*code).to_owned()), Pointed::Run(Command::NextField)]),
        None => Reply::say(state.texts.get("plain-no-choice")),
    }
}

/// At the end: save, leave, or back to a field.
fn button(state: &State, form: &Form, typed: &str) -> Reply {
    let typed = typed.to_lowercase();
    let word = |key: &str| state.texts.get(key).to_lowercase();
    if let Ok(number) = typed.parse::<usize>() {
        return match number.checked_sub(1).filter(|at| *at < form.slots.len()) {
            Some(at) => Reply::tell([Pointed::Select(Target::Slot(at))]),
            None => Reply::say(state.texts.with("plain-no-number", &[("number", number.into())])),
        };
    }
    if typed.is_empty() || word("plain-yes").starts_with(&typed) || matches!(&*typed, "j" | "y") {
        return save(state, form);
    }
    if word("plain-no").starts_with(&typed) {
        return Reply::run(Command::Leave);
    }
    Reply::say(state.texts.get("plain-save-help"))
}

/// Saves, or says what stands in the way; the field it is about is asked for next.
fn save(state: &State, form: &Form) -> Reply {
    let mut reply = Reply::run(Command::Submit);
    if let Some((at, reading)) = form.fault(&state.reference, state.today) {
        reply.say = understood(state, &form.slots[at], &reading);
    }
    reply
}

/// What was typed after a stroke.
fn command(state: &State, form: &Form, at: usize, word: &str) -> Reply {
    let is = |words: &str| words.split(' ').any(|known| known.eq_ignore_ascii_case(word));
    match word {
        "?" => Reply::say(words::help(state, &super::Situation::Field(form.purpose, at))),
        _ if is("terug back") && at == 0 => Reply::say(state.texts.get("plain-first-field")),
        _ if is("terug back") => Reply::tell([Pointed::Select(Target::Slot(at - 1))]),
        _ if is("wis clear") => Reply::tell([Pointed::Fill(String::new())]),
        _ if word.split_once(' ').is_some_and(|(word, _)| ["wis", "clear"].contains(&word)) => take_out(state, form, at, word),
        _ if is("klaar done") => match form.slots.get(at) {
            Some(_) => leave(state, form, at),
            None => Reply::run(Command::Submit),
        },
        _ if is("stop") => Reply::run(Command::Leave),
        _ if is("opslaan save") => save(state, form),
        _ => match words::find(state, word) {
            Found::One(command) => Reply::run(command),
            Found::Several(commands) => Reply::say(words::which(state, &commands)),
            Found::None => Reply::say(state.texts.get("plain-form-help")),
        },
    }
}
