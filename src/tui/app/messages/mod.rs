//! Messages about a case: the form in which one is written, the look at it before it goes, and taking it back. Nothing is shown as sent before the
//! server said so, and no address of who reported the case stands anywhere.

pub mod template;

use super::{
    Modal, State, Tone,
    actions::Pending,
    choose::{Choice, Choose, Item},
    form::{Form, Kind, Purpose, Slot},
    message::{Answer, Call, Effect, Refusal},
    wrap::wrap,
};
use crate::{
    api::{
        message::{MessageDetail, NewMessage},
        problem::Fault,
    },
    domain::{
        Instant,
        ids::{MessageId, SignalId},
        message::{MessageFacts, MessageKind, MessageRecipient, RecipientRole},
        organisation,
        text::{RawText, SafeText},
        zone,
    },
};
use template::{filled, of_kind};

/// Lines of a text that are shown before it goes.
const SHOWN: usize = 10;
/// Columns of such a line.
const WIDE: usize = 70;

/// The fields of a request, and the field of the form in which each was typed.
const FIELDS: &[(&str, &str)] = &[
    ("subject", "message-subject"),
    ("text", "message-text"),
    ("to/mail", "message-mail"),
    ("to/name", "message-name"),
    ("to/organisation", "message-organisation"),
];

/// Something asked about a message.
#[derive(Debug, Clone, PartialEq)]
pub enum MessageCall {
    /// Write a draft.
    Write(SignalId, Box<NewMessage>),
    /// Let it go.
    Send {
        /// Which.
        id: MessageId,
        /// The version that was seen.
        version: i64,
        /// What it warns of was shown.
        looked: bool,
    },
    /// Take it back.
    TakeBack {
        /// Which.
        id: MessageId,
        /// The version that was seen.
        version: i64,
    },
}

/// What is asked of the server about a message that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageDeed {
    /// It is to go.
    Send,
    /// It is to stay.
    TakeBack,
}

/// A message that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Going {
    id: MessageId,
    version: i64,
    /// When it was let go, by the clock here.
    since: Instant,
}

impl State {
    /// The menu of what can be written about the signal under the cursor.
    pub(super) fn message_command(&mut self) -> Vec<Effect> {
        let Some(signal) = self.current_signal() else { return vec![] };
        let item = |kind: &MessageKind| {
            let key = format!("message-kind-{kind}");
            Item::of(&self.texts, &key, Choice::Form(Purpose::Message(signal, *kind)))
        };
        let items = MessageKind::ALL.iter().map(item).collect();
        let title = self.texts.with("choose-message", &[("number", self.short_number(signal).into())]);
        self.modals.push(Modal::Choose(Choose::new(title, items)));
        vec![]
    }

    /// Why nothing can be written about the signal here; nothing: it can.
    pub(super) fn no_message_here(&self) -> Option<&'static str> {
        let Some(signal) = self.current_signal() else { return Some("nothing-selected") };
        self.whole(signal).is_none().then_some("not-read-yet")
    }

    pub(super) fn open_message(&mut self, signal: SignalId, kind: MessageKind) -> Vec<Effect> {
        let me = self.me.as_ref().map(|me| me.name.clone()).unwrap_or_default();
        let template = of_kind(kind, &self.templates, self.texts.language());
        let made = template.zip(self.whole(signal)).map(|(template, whole)| filled(&template, whole, &me, &self.texts));
        let (subject, text) = made.map(|made| (made.subject, made.text)).unwrap_or_default();
        let slots = vec![
            Slot::new("message-mail", Kind::Exempt, 0),
            Slot::new("message-name", Kind::Line, 1),
            Slot::new("message-organisation", Kind::Organisation, 2),
            Slot::new("message-subject", Kind::Line, 3).required().with(&subject),
            Slot::new("message-text", Kind::Block, 4).required().with(&text),
        ];
        self.open_form(Form::new(Purpose::Message(signal, kind), self.subject(signal), slots))
    }

    /// What a form asks; nothing: it is about something else.
    pub(super) fn call_of_message(&self, form: &Form) -> Option<Call> {
        let Purpose::Message(signal, kind) = form.purpose else { return None };
        let raw = |name: &str| RawText::from(form.text(name).trim());
        let code = || organisation::find(&self.reference.organisations, form.text("message-organisation"));
        let to = match raw("message-mail").is_blank() {
            true => MessageRecipient::reporter(),
            false => MessageRecipient {
                role: RecipientRole::Other,
                name: raw("message-name"),
                organisation: code().map(|found| found.code.clone()),
                mail: raw("message-mail"),
            },
        };
        let (subject, text) = (raw("message-subject"), RawText::from(form.text("message-text").trim_end()));
        let facts = MessageFacts { kind, to, subject, text, in_reply_to: None };
        Some(Call::Message(Box::new(MessageCall::Write(signal, Box::new(NewMessage { facts })))))
    }

    /// What the server found wrong in a message, each at its field.
    pub(super) fn faults_of_message(&self, form: &Form, refusal: &Refusal) -> Option<(String, Option<usize>)> {
        if !matches!(form.purpose, Purpose::Message(..)) {
            return None;
        }
        let slot = |fault: &Fault| {
            let name = fault.at.trim_start_matches("/facts").trim_start_matches('/');
            let (_, wanted) = FIELDS.iter().find(|(field, _)| *field == name)?;
            form.slots.iter().position(|slot| slot.name == *wanted)
        };
        self.words_of_faults(form, refusal, slot)
    }

    /// A draft is there: it is looked at before it goes.
    pub(super) fn message_drafted(&mut self, answer: Answer) -> Vec<Effect> {
        let Answer::Message(detail) = answer else { return vec![] };
        let question = self.look_at(&detail);
        self.modals.push(Modal::Choose(question));
        vec![]
    }

    /// What goes to whom, what must be looked at, and whether it may go.
    fn look_at(&self, detail: &MessageDetail) -> Choose {
        let (texts, item, facts) = (&self.texts, &detail.item, &detail.item.facts);
        let mut about = vec![
            texts.with("message-copy-to", &[("to", texts.message_to(&facts.to).into())]),
            texts.with("message-copy-subject", &[("subject", facts.subject.line().into())]),
            String::new(),
        ];
        let whole = facts.text.block();
        let lines: Vec<&str> = wrap(whole.as_str(), WIDE).into_iter().map(|range| &whole.as_str()[range]).collect();
        about.extend(lines.iter().take(SHOWN).map(|line| SafeText::line(line).into_string()));
        if lines.len() > SHOWN {
            about.push(texts.with("message-more", &[("count", (lines.len() - SHOWN).into())]));
        }
        let mut warned: Vec<String> = detail.warnings.iter().map(|code| texts.get(&format!("fault-{code}"))).collect();
        if !detail.mail_is_sent {
            warned.push(texts.get("message-no-mail"));
        }
        if !warned.is_empty() {
            about.push(String::new());
            let wrapped = |words: &String| wrap(words, WIDE).into_iter().map(|range| words[range].to_owned()).collect::<Vec<_>>();
            about.extend(warned.iter().flat_map(wrapped));
        }
        let keep = Item::of(texts, "message-look-keep", Choice::Told("message-kept"));
        let goes = match detail.mail_is_sent {
            true => {
                let send = Choice::Message(item.id, item.version, !detail.warnings.is_empty());
                Item::of(texts, "message-look-send", send)
            }
            false => {
                let text = format!("{}\n\n{}", facts.subject.line(), whole);
                Item::of(texts, "message-look-copy", Choice::Copy(texts.get("message-look-copy"), text))
            }
        };
        // Of a warning the careful answer comes first.
        let items = if detail.warnings.is_empty() { vec![goes, keep] } else { vec![keep, goes] };
        let values = [("number", item.signal_number.short().into())];
        Choose::new(texts.with("choose-message-look", &values), items).about(about)
    }

    /// It was looked at: it is to go.
    pub(super) fn send_message(&mut self, id: MessageId, version: i64, looked: bool) -> Vec<Effect> {
        self.ask_of_message(MessageCall::Send { id, version, looked }, MessageDeed::Send)
    }

    /// The message that undo takes back: the last thing done here, as far as anybody knows not gone yet.
    pub(super) fn message_going(&self) -> Option<&Going> {
        let going = self.past.going.as_ref()?;
        let is_last = self.past.done.last().is_none_or(|done| done.at <= going.since);
        is_last.then_some(going)
    }

    /// Takes it back.
    pub(super) fn take_message_back(&mut self) -> Option<Vec<Effect>> {
        let Going { id, version, .. } = self.message_going()?.clone();
        Some(self.ask_of_message(MessageCall::TakeBack { id, version }, MessageDeed::TakeBack))
    }

    fn ask_of_message(&mut self, call: MessageCall, deed: MessageDeed) -> Vec<Effect> {
        let request = self.request(Pending::Message(deed));
        vec![Effect::Send { request, key: self.next_key(), call: Call::Message(Box::new(call)), draft: None }]
    }

    /// It goes, or was taken back; or why not.
    pub(super) fn message_reply(&mut self, deed: MessageDeed, reply: Result<Answer, Refusal>) -> Vec<Effect> {
        match reply {
            Ok(Answer::Message(detail)) => {
                let (number, item) = (detail.item.signal_number.short(), detail.item);
                match (deed, item.release_at) {
                    (MessageDeed::Send, Some(at)) => {
                        let values = [("number", number.into()), ("at", seconds(at).into())];
                        self.say_with(Tone::Done, "done-message", &values);
                        self.past.going = Some(Going { id: item.id, version: item.version, since: self.now });
                        if let Some(message) = &mut self.message {
                            message.undo = true;
                        }
                    }
                    _ => {
                        self.past.going = None;
                        self.say_with(Tone::Done, "undone-message", &[("number", number.into())]);
                    }
                }
                self.rest()
            }
            Ok(_) => vec![],
            Err(refusal) => {
                // Whatever the server says of it, it is not to be asked once more; without an answer it is.
                if deed == MessageDeed::TakeBack && refusal.code.is_some() {
                    self.past.going = None;
                }
                self.fail(&refusal);
                vec![]
            }
        }
    }
}

/// `10:00:30` in the Netherlands.
fn seconds(at: Instant) -> String {
    let (hour, minute) = zone::hour_minute(at);
    format!("{hour:02}:{minute:02}:{:02}", at.timestamp().rem_euclid(60))
}
