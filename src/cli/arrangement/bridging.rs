//! `loket bridging`: care that starts now, who pays for now, and that who pays was settled.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::{Close, Closed, Says, close};
use crate::{
    api::arrangement::{BridgingPatch, SettleBridging},
    cli::{
        call::{Call, Done, Stop},
        signal::typed_text,
        values::{codes, day},
    },
    domain::{
        bridging::{BridgingFacts, Payer},
        text::RawText,
    },
};

#[derive(Args)]
pub(in crate::cli) struct Facts {
    #[arg(long, value_name = "-")]
    care: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    available_at: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    agreed_on: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    provisional_payer: String,
    #[arg(long, value_name = "PAYER", value_parser = codes!(Payer))]
    payer: Vec<Payer>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    settle_by: NaiveDate,
}

#[derive(Args)]
pub(in crate::cli) struct Patch {
    #[arg(long, value_name = "-", default_value = "")]
    care: String,
    #[arg(long, value_name = "TEXT")]
    available_at: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    agreed_on: Option<NaiveDate>,
    #[arg(long, value_name = "TEXT")]
    provisional_payer: Option<String>,
    #[arg(long, value_name = "PAYER", value_parser = codes!(Payer))]
    payer: Vec<Payer>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    settle_by: Option<NaiveDate>,
    #[arg(long, value_name = "REASON", default_value = "")]
    reason: String,
}

#[derive(Args)]
pub(in crate::cli) struct Settle {
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,
    #[arg(long, value_name = "-")]
    settlement: String,
}

#[derive(Subcommand)]
pub(in crate::cli) enum Closings {
    Settle(Close<Settle>),
}

impl Closed for Closings {
    fn close(&self, call: &mut Call) -> Done {
        let Self::Settle(arguments) = self;
        close::<BridgingFacts, _>(call, arguments)
    }
}

impl Says for Facts {
    type Body = BridgingFacts;

    fn body(&self, call: &mut Call) -> Result<BridgingFacts, Stop> {
        Ok(BridgingFacts {
            care: typed_text(call, "--care", &self.care)?,
            available_at: self.available_at.as_str().into(),
            agreed_on: self.agreed_on,
            provisional_payer: self.provisional_payer.as_str().into(),
            candidate_payers: self.payer.clone(),
            starts_on: self.from,
            settle_by: self.settle_by,
        })
    }
}

impl Says for Patch {
    type Body = BridgingPatch;

    fn body(&self, call: &mut Call) -> Result<BridgingPatch, Stop> {
        let care = typed_text(call, "--care", &self.care)?;
        Ok(BridgingPatch {
            care: Some(care).filter(|care| !care.is_blank()),
            available_at: self.available_at.as_deref().map(RawText::from),
            agreed_on: self.agreed_on.map(Some),
            provisional_payer: self.provisional_payer.as_deref().map(RawText::from),
            candidate_payers: Some(self.payer.clone()).filter(|payers| !payers.is_empty()),
            starts_on: self.from,
            settle_by: self.settle_by,
            reason: self.reason.as_str().into(),
        })
    }
}

impl Says for Settle {
    type Body = SettleBridging;

    fn body(&self, call: &mut Call) -> Result<SettleBridging, Stop> {
        Ok(SettleBridging { on: self.on, settlement: typed_text(call, "--settlement", &self.settlement)? })
    }
}
