//! How a meeting is held, as arguments: the same for a meeting, new or changed, and for a series of them.

use clap::Args;

use crate::domain::{meeting::PAPERS_DAYS, text::RawText};

/// Of a new one: what is not said is empty.
#[derive(Args)]
pub(super) struct Held {
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) place: String,
    #[arg(long, value_name = "ADDR", default_value = "")]
    pub(super) video: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) chair: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) secretary: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(super) confidentiality: String,
    #[arg(long, value_name = "N", default_value_t = PAPERS_DAYS)]
    pub(super) papers_days: u16,
}

/// Of one that is there: what is not said stays.
#[derive(Args)]
pub(super) struct HeldOtherwise {
    #[arg(long, value_name = "TEXT")]
    pub(super) place: Option<String>,
    #[arg(long, value_name = "ADDR")]
    pub(super) video: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) chair: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) secretary: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) confidentiality: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) papers_days: Option<u16>,
}

/// A text that was given.
pub(super) fn said(text: &Option<String>) -> Option<RawText> {
    text.as_deref().map(Into::into)
}
