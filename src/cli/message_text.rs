//! What a message says: in one's own words, or in those that come with loket, filled from the case.

use super::{
    call::{Call, Stop, wait},
    templates,
};
use crate::{
    api::problem::exit,
    client::Session,
    domain::{
        ids::SignalNumber,
        message::{Message, MessageKind},
        text::SafeText,
    },
    locale::Texts,
    tui::app::{
        messages::template::{Written, filled, of_kind},
        template::unfilled,
    },
};

/// The message of a kind about a case. The case is read for it, which the server logs.
pub(super) fn of(call: &mut Call, session: &Session, number: SignalNumber, kind: MessageKind) -> Result<Written, Stop> {
    let (own, faults) = templates::own(call);
    for fault in faults {
        let report = fault.report(&call.texts);
        call.message(&report);
    }
    let language = call.config.language.value;
    let template = of_kind(kind, &own, language).ok_or(Stop::Said("cli-message-no-text", vec![], exit::USAGE))?;
    let (signal, me) = wait(async { Ok::<_, Stop>((session.signal(&number.to_string()).await?, session.me().await?)) })??;
    Ok(filled(&template, &signal, &me.name, &call.texts))
}

/// A place that still wants to be filled must not leave.
pub(super) fn is_whole(message: &Message) -> Result<(), Stop> {
    let facts = &message.facts;
    match unfilled(facts.text.raw()).or_else(|| unfilled(facts.subject.raw())) {
        Some(name) => Err(Stop::Said("cli-message-unfilled", vec![("name", name.into())], exit::INPUT)),
        None => Ok(()),
    }
}

/// To whom, subject and text, to copy into another program.
pub(super) fn as_text(texts: &Texts, message: &Message) -> String {
    let facts = &message.facts;
    let to = texts.with("message-copy-to", &[("to", texts.message_to(&facts.to).into())]);
    let subject = texts.with("message-copy-subject", &[("subject", facts.subject.line().into())]);
    SafeText::block(&format!("{to}\n{subject}\n\n{}", facts.text.block())).into_string()
}
