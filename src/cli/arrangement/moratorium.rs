//! `loket moratorium`: what a court or an act set, recorded and corrected; that it ended before its last day.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Close, Closed, Says, close};
use crate::{
    api::arrangement::{EndMoratorium, MoratoriumPatch},
    cli::{
        call::{Call, Done, Stop},
        signal::typed_text,
        values::{codes, day, filled},
    },
    domain::{
        moratorium::{MoratoriumFacts, MoratoriumKind},
        text::RawText,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Facts {
    #[arg(long, value_name = "KIND", value_parser = codes!(MoratoriumKind))]
    kind: MoratoriumKind,
    #[arg(long, value_name = "TEXT", value_parser = filled)]
    set_by: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    decided_on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: NaiveDate,
    #[arg(long, value_name = "TEXT")]
    creditor: Vec<String>,
    #[arg(long, value_name = "-", default_value = "")]
    conditions: String,
}

#[derive(Args)]
pub(in crate::cli) struct Patch {
    #[arg(long, value_name = "KIND", value_parser = codes!(MoratoriumKind))]
    kind: Option<MoratoriumKind>,
    #[arg(long, value_name = "TEXT", value_parser = filled)]
    set_by: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    decided_on: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT")]
    creditor: Vec<String>,
    #[arg(long, value_name = "-", default_value = "")]
    conditions: String,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
}

#[derive(Args)]
pub(in crate::cli) struct End {
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "REASON", value_parser = filled)]
    reason: String,
}

#[derive(Subcommand)]
pub(in crate::cli) enum Closings {
    End(Close<End>),
}

impl Closed for Closings {
    fn close(&self, call: &mut Call) -> Done {
        let Self::End(arguments) = self;
        close::<MoratoriumFacts, _>(call, arguments)
    }
}

impl Says for Facts {
    type Body = MoratoriumFacts;

    fn body(&self, call: &mut Call) -> Result<MoratoriumFacts, Stop> {
        Ok(MoratoriumFacts {
            kind: self.kind,
            set_by: self.set_by.as_str().into(),
            decided_on: self.decided_on,
            first_day: self.from,
            last_day: self.through,
            creditors: texts(&self.creditor),
            conditions: typed_text(call, "--conditions", &self.conditions)?,
        })
    }
}

impl Says for Patch {
    type Body = MoratoriumPatch;

    fn body(&self, call: &mut Call) -> Result<MoratoriumPatch, Stop> {
        let conditions = typed_text(call, "--conditions", &self.conditions)?;
        Ok(MoratoriumPatch {
            kind: self.kind,
            set_by: self.set_by.as_deref().map(RawText::from),
            decided_on: self.decided_on.map(Some),
            first_day: self.from,
            last_day: self.through,
            creditors: Some(texts(&self.creditor)).filter(|creditors| !creditors.is_empty()),
            conditions: Some(conditions).filter(|conditions| !conditions.is_blank()),
            reason: self.reason.as_str().into(),
        })
    }
}

impl Says for End {
    type Body = EndMoratorium;

    fn body(&self, _: &mut Call) -> Result<EndMoratorium, Stop> {
        Ok(EndMoratorium { from: self.from, reason: self.reason.as_str().into() })
    }
}

fn texts(given: &[String]) -> Vec<RawText> {
    given.iter().map(|text| text.as_str().into()).collect()
}
