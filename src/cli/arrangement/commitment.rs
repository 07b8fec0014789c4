//! `loket commitment`: what a body promised, when it is due, and that it was kept or need not be kept any more.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Close, Closed, Says, close};
use crate::{
    api::{
        arrangement::{CommitmentPatch, KeepCommitment, LapseCommitment},
        problem::exit,
    },
    cli::{
        call::{Call, Done, Stop, wait},
        signal::typed_text,
        values::{day, filled},
    },
    domain::{
        commitment::{CommitmentFacts, CommitmentSource, Counted, Due},
        ids::OrganisationCode,
        term::length::Length,
        text::RawText,
        zone,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Facts {
    #[arg(long, value_name = "-")]
    text: String,
    #[arg(long, value_name = "CODE")]
    body: String,
    #[arg(long, value_name = "FUNCTION", default_value = "")]
    person: String,
    #[arg(long, value_name = "FUNCTION", default_value = "")]
    to: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    called_on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE|LENGTH", value_parser = wished)]
    due: Wish,
}

#[derive(Args)]
pub(in crate::cli) struct Patch {
    #[arg(long, value_name = "-", default_value = "", conflicts_with = "evidence")]
    text: String,
    #[arg(long, value_name = "CODE")]
    body: Option<String>,
    #[arg(long, value_name = "FUNCTION")]
    person: Option<String>,
    #[arg(long, value_name = "FUNCTION")]
    to: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    called_on: Option<NaiveDate>,
    #[arg(long, conflicts_with = "called_on")]
    no_source: bool,
    #[arg(long, value_name = "DATE|LENGTH", value_parser = wished)]
    due: Option<Wish>,
    #[arg(long, value_name = "-", default_value = "")]
    evidence: String,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
}

#[derive(Args)]
pub(in crate::cli) struct Keep {
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[arg(long, value_name = "-", default_value = "")]
    evidence: String,
}

#[derive(Args)]
pub(in crate::cli) struct Lapse {
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[arg(long, value_name = "REASON", value_parser = filled)]
    reason: String,
}

#[derive(Subcommand)]
pub(in crate::cli) enum Closings {
    Keep(Close<Keep>),
    Lapse(Close<Lapse>),
}

impl Closed for Closings {
    fn close(&self, call: &mut Call) -> Done {
        match self {
            Self::Keep(arguments) => close::<CommitmentFacts, _>(call, arguments),
            Self::Lapse(arguments) => close::<CommitmentFacts, _>(call, arguments),
        }
    }
}

impl Says for Facts {
    type Body = CommitmentFacts;

    fn body(&self, call: &mut Call) -> Result<CommitmentFacts, Stop> {
        Ok(CommitmentFacts {
            text: typed_text(call, "--text", &self.text)?,
            organisation: code(&self.body),
            person: self.person.as_str().into(),
            to: self.to.as_str().into(),
            source: self.called_on.map(|on| CommitmentSource::PhoneCall { on }),
            due: due(call, &self.due)?,
            evidence: RawText::default(),
        })
    }
}

impl Says for Patch {
    type Body = CommitmentPatch;

    fn body(&self, call: &mut Call) -> Result<CommitmentPatch, Stop> {
        let text = typed_text(call, "--text", &self.text)?;
        let evidence = typed_text(call, "--evidence", &self.evidence)?;
        let called = self.called_on.map(|on| Some(CommitmentSource::PhoneCall { on }));
        Ok(CommitmentPatch {
            text: Some(text).filter(|text| !text.is_blank()),
            organisation: self.body.as_deref().map(code),
            person: self.person.as_deref().map(RawText::from),
            to: self.to.as_deref().map(RawText::from),
            source: if self.no_source { Some(None) } else { called },
            due: self.due.as_ref().map(|wish| due(call, wish)).transpose()?,
            evidence: Some(evidence).filter(|evidence| !evidence.is_blank()),
            reason: self.reason.as_str().into(),
        })
    }
}

impl Says for Keep {
    type Body = KeepCommitment;

    fn body(&self, call: &mut Call) -> Result<KeepCommitment, Stop> {
        Ok(KeepCommitment { on: self.on, evidence: typed_text(call, "--evidence", &self.evidence)? })
    }
}

impl Says for Lapse {
    type Body = LapseCommitment;

    fn body(&self, _: &mut Call) -> Result<LapseCommitment, Stop> {
        Ok(LapseCommitment { on: self.on, reason: self.reason.as_str().into() })
    }
}

/// When it is to be due, as it is typed.
#[derive(Debug, Clone)]
pub(in crate::cli) enum Wish {
    Day(NaiveDate),
    In(Length),
}

pub(in crate::cli) fn wished(text: &str) -> Result<Wish, String> {
    let length = text.trim().parse().map(Wish::In);
    zone::read_date(text).map(Wish::Day).or(length.ok()).ok_or_else(String::new)
}

/// The day that is meant; a length counts from the server's day. The server counts again and refuses another day.
pub(in crate::cli) fn due(call: &mut Call, wish: &Wish) -> Result<Due, Stop> {
    due_from(call, wish, None)
}

/// The same, counted from this day; nothing: today.
pub(in crate::cli) fn due_from(call: &mut Call, wish: &Wish, from: Option<NaiveDate>) -> Result<Due, Stop> {
    let length = match wish {
        Wish::Day(on) => return Ok(Due::on(*on)),
        Wish::In(length) => *length,
    };
    let from = match from {
        Some(from) => from,
        None => wait(call.session()?.me())??.today,
    };
    let mut due = Due { on: from, counted: Some(Counted { from, length: length.to_string() }) };
    let explained = due.explained().ok_or_else(|| Stop::Said("fault-no-such-length", vec![], exit::INPUT))?;
    due.on = explained.end.end;
    Ok(due)
}

fn code(given: &str) -> OrganisationCode {
    crate::cli::values::body(given)
}
