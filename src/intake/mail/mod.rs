//! One e-mail message (RFC 5322) to a new signal.
//!
//! Takes over what stands there and never guesses: no date but the message's own, no municipality but the sender's own
//! domain, no decision but one in the plain form "besluit BODY, kenmerk X, bekendgemaakt op DD-MM-YYYY". What does not fit
//! is cut with a note in the text that says how much.

mod html;
mod mentions;
mod screen;
mod signature;

use chrono::{DateTime, Utc};
use mail_parser::{HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::{
    api::signal::{NewSignal, Origin},
    domain::{
        check::{ACCOUNT_MOST, LIST_MOST, TITLE_MOST},
        message::reply::MOST_IDS,
        signal::{Attachment, Channel, Facts, Reporter},
    },
};

use super::{
    Intake, Row,
    cell::without_nul,
    context::Context,
    finding::{Finding, Reason},
    source,
};

/// Most bytes of account, as JSON: the whole request must stay under the limit of the server.
const ACCOUNT_BYTES: usize = 160 * 1024;
/// Longest name of a sender, address or file, in characters.
const LONGEST_NAME: usize = 120;
/// Longest Message-ID that is taken over, in bytes: a line of a mail is no longer.
const LONGEST_ID: usize = 998;
/// The title of a message without a subject. Dutch in every language: it is stored, and the same file must give the same row.
const NO_SUBJECT: &str = "E-mail zonder onderwerp";

/// Does the file start like a message: with header lines?
pub(super) fn looks_like_a_message(bytes: &[u8]) -> bool {
    const NAMES: [&[u8]; 7] = [b"from:", b"to:", b"date:", b"subject:", b"received:", b"return-path:", b"message-id:"];
    let start = bytes[..bytes.len().min(4096)].to_ascii_lowercase();
    start.split(|byte| *byte == b'\n').take(40).any(|line| NAMES.iter().any(|name| line.starts_with(name)))
        && memchr::memchr(b':', &start).is_some_and(|colon| !start[..colon].contains(&b';'))
}

/// Reads a message.
pub(super) fn read(bytes: &[u8], context: &Context) -> Intake<NewSignal> {
    if screen::is_entangled(bytes) {
        return Intake::refused(Reason::MessageTooEntangled);
    }
    // A fault of the parser must cost one file, not the whole import.
    let parsed = std::panic::catch_unwind(|| MessageParser::default().parse(bytes)).ok().flatten();
    let Some(message) = parsed.filter(|_| looks_like_a_message(bytes)) else {
        return Intake::refused(Reason::NotAMessage);
    };
    let mut remarks = vec![];
    let value = signal_of(&message, context, &mut remarks);
    Intake { rows: vec![Row { line: 1, value }], faults: vec![], remarks, repeated: vec![] }
}

fn signal_of(message: &Message<'_>, context: &Context, remarks: &mut Vec<Finding>) -> NewSignal {
    let mut nul = 0;
    let mut clean = |text: &str| {
        let (text, count) = without_nul(text);
        nul += count;
        text
    };
    let subject = clean(message.subject().unwrap_or_default().trim());
    let body = clean(&text_of(message));
    let sender = message.from().or_else(|| message.sender()).and_then(|address| address.first());
    let name = clean(sender.and_then(|sender| sender.name()).unwrap_or_default().trim());
    let address = clean(sender.and_then(|sender| sender.address()).unwrap_or_default().trim());
    let (attachments, left) = attachments_of(message, &mut clean);
    if nul > 0 {
        remarks.push(Finding::new(1, None, Reason::NulReplaced { count: nul }));
    }
    if body.trim().is_empty() {
        remarks.push(Finding::new(1, None, Reason::NoText));
    }
    let received_at = received_at(message);
    if received_at.is_none() {
        remarks.push(Finding::new(1, None, Reason::NoDate));
    }
    let mut account = Account::default();
    let title = match cut_on_a_word(&subject, TITLE_MOST) {
        "" => NO_SUBJECT.to_owned(),
        title if title.len() < subject.len() => {
            account.above(format!("Onderwerp: {subject}\n\n"));
            format!("{title}…")
        }
        title => title.to_owned(),
    };
    if left > 0 {
        account.note(format!("[Van {left} bijlagen is hier niets genoteerd.]"));
        remarks.push(Finding::new(1, None, Reason::AttachmentsCut { left: left as u64 }));
    }
    for (what, text) in [("Afzender", &name), ("Adres", &address)] {
        if text.chars().nth(LONGEST_NAME).is_some() {
            account.above(format!("{what}: {text}\n\n"));
        }
    }
    let (account, left) = account.with(&body);
    if left > 0 {
        remarks.push(Finding::new(1, Some("toelichting"), Reason::Cut { left: left as u64 }));
    }
    let text = format!("{title}\n\n{account}");
    let facts = Facts {
        title: title.into(),
        reporter: Reporter {
            phone: signature::phone(&body).unwrap_or_default().into(),
            name: first(&name, LONGEST_NAME).into(),
            mail: first(&address, LONGEST_NAME).into(),
            ..Reporter::default()
        },
        municipality: mentions::municipality_of_domain(&address, &context.gazetteer),
        bodies: mentions::bodies(&text, &context.organisations),
        decisions: mentions::decisions(&text, &context.organisations),
        attachments,
        account: account.into(),
        ..Facts::default()
    };
    let id = clean_id(message.message_id().unwrap_or_default());
    let source = source::of("message-id", &id, &(received_at, &facts));
    NewSignal {
        received_at,
        channel: Channel::Mail,
        source: Some(source),
        origin: Origin::Incoming,
        answers: answers_of(message),
        facts,
    }
}

/// The messages it answers: what it says it answers first, then what went before.
fn answers_of(message: &Message<'_>) -> Vec<String> {
    let texts = |value: &HeaderValue<'_>| match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => vec![],
    };
    let mut ids: Vec<String> = vec![];
    for id in texts(message.in_reply_to()).into_iter().chain(texts(message.references()).into_iter().rev()) {
        let id = clean_id(id.trim());
        if !id.is_empty() && id.len() <= LONGEST_ID && !ids.contains(&id) && ids.len() < MOST_IDS {
            ids.push(id);
        }
    }
    ids
}

/// When it was sent, or else when the last mail server took it in.
fn received_at(message: &Message<'_>) -> Option<DateTime<Utc>> {
    let sent = message.date().copied().filter(mail_parser::DateTime::is_valid);
    let taken_in = || message.received().and_then(mail_parser::Received::date).filter(mail_parser::DateTime::is_valid);
    let date = sent.or_else(taken_in)?;
    DateTime::from_timestamp(date.to_timestamp(), 0)
}

/// The text: plain where there is plain, otherwise what the HTML says.
fn text_of(message: &Message<'_>) -> String {
    let shown = message.text_body.iter().filter_map(|id| message.parts.get(*id as usize));
    let text = joined(shown);
    if !text.trim().is_empty() {
        return text;
    }
    // A message that was cut off on the way: its parts have no end, and count as attachments to the parser.
    joined(message.parts.iter().filter(|part| part.is_encoding_problem))
}

fn joined<'p, 'm: 'p>(parts: impl Iterator<Item = &'p MessagePart<'m>>) -> String {
    let mut text = String::new();
    for part in parts {
        let markup =
            part.content_type().and_then(|kind| kind.subtype()).is_some_and(|subtype| subtype.eq_ignore_ascii_case("html"));
        let piece = match &part.body {
            PartType::Html(content) => html::to_text(content),
            PartType::Text(content) if markup => html::to_text(content),
            PartType::Text(content) => content.replace("\r\n", "\n"),
            _ => continue,
        };
        if !text.is_empty() && !piece.trim().is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(piece.trim_end());
    }
    text
}

fn attachments_of(message: &Message<'_>, clean: &mut impl FnMut(&str) -> String) -> (Vec<Attachment>, usize) {
    let mut attachments = vec![];
    for part in message.attachments().take(LIST_MOST) {
        let kind = part.content_type().map_or_else(
            || "application/octet-stream".to_owned(),
            |kind| kind.subtype().map_or_else(|| kind.ctype().to_owned(), |subtype| format!("{}/{subtype}", kind.ctype())),
        );
        let size = match &part.body {
            PartType::Message(_) => u64::from(part.offset_end.saturating_sub(part.offset_body)),
            _ => part.len() as u64,
        };
        let subject = match &part.body {
            PartType::Message(nested) => nested.subject(),
            _ => None,
        };
        let name = part.attachment_name().or(subject).unwrap_or_default();
        attachments.push(Attachment {
            name: clean(&first(name, LONGEST_NAME)).into(),
            media_type: clean(&first(&kind, LONGEST_NAME)).into(),
            size,
        });
    }
    (attachments, message.attachment_count().saturating_sub(LIST_MOST))
}

/// The account as it grows: what stands above the text, the text, and notes under it.
#[derive(Default)]
struct Account {
    above: String,
    notes: Vec<String>,
}

impl Account {
    fn above(&mut self, text: String) {
        self.above.push_str(&text);
    }

    fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// Everything together, and how many characters had to be left out.
    fn with(mut self, body: &str) -> (String, usize) {
        let whole = format!("{}{}", self.above, body.trim_end());
        let room = ACCOUNT_MOST - 1000;
        let mut bytes = 0;
        let fits = whole
            .char_indices()
            .take(room)
            .take_while(|(_, c)| {
                bytes += as_json(*c);
                bytes <= ACCOUNT_BYTES
            })
            .last()
            .map_or(0, |(at, c)| at + c.len_utf8());
        let left = whole[fits..].chars().count();
        if left > 0 {
            self.notes.push(format!("[Afgekapt: de laatste {left} tekens van deze e-mail zijn niet opgenomen.]"));
        }
        let notes: String = self.notes.iter().map(|note| format!("\n\n{note}")).collect();
        (format!("{}{notes}", &whole[..fits]), left)
    }
}

/// How many bytes a character takes inside a JSON string.
fn as_json(c: char) -> usize {
    match c {
        '"' | '\\' | '\n' | '\r' | '\t' => 2,
        '\0'..='\x1f' => 6,
        c => c.len_utf8(),
    }
}

/// At most so many characters, ending between two words where there is one in the last third.
fn cut_on_a_word(text: &str, most: usize) -> &str {
    if text.chars().nth(most).is_none() {
        return text;
    }
    // One less: an ellipsis follows.
    let hard = text.char_indices().nth(most - 1).map_or(text.len(), |(at, _)| at);
    let word = text[..hard].rfind(char::is_whitespace).filter(|at| text[..*at].chars().count() > most * 2 / 3);
    text[..word.unwrap_or(hard)].trim_end()
}

fn first(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() { text.to_owned() } else { text.chars().take(most - 1).chain(['…']).collect() }
}

fn clean_id(id: &str) -> String {
    without_nul(id).0
}

#[cfg(test)]
mod tests;
