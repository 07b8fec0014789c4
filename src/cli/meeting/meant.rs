//! Which meeting is meant: its number or id, as a word of the command or behind `--meeting`.

use clap::Args;

#[derive(Args)]
pub(in crate::cli) struct Meant {
    #[arg(value_name = "LET-N", required_unless_present = "meeting_option")]
    meeting: Option<String>,
    #[arg(id = "meeting_option", long = "meeting", value_name = "LET-N", conflicts_with = "meeting")]
    option: Option<String>,
}

impl Meant {
    /// As it was typed.
    pub(in crate::cli) fn text(&self) -> &str {
        self.meeting.as_deref().or(self.option.as_deref()).unwrap_or_default()
    }
}
