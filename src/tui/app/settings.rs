//! What a user has set, as plain values: the interface reads a field where it needs one and asks nobody.
//!
//! Where the values come from is no business of the interface: the command line reads files, variables and options.

use crate::domain::role::coded_enum;

coded_enum!(
    /// What lines and marks are drawn with.
    Borders {
        /// As the locale says: Unicode, unless it has no UTF-8.
        Auto = "auto",
        /// Box drawing characters, whatever the locale says.
        Unicode = "unicode",
        /// ASCII only.
        Ascii = "ascii",
    }
);

/// Whether nothing is to be changed, as it was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// No.
    Off,
    /// At the start.
    On,
    /// Until loket closes.
    Locked,
}

/// The settings of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Minutes without a key after which the screen is covered; 0: never.
    pub lock_after_minutes: u32,
    /// The folder that exported files go into; nothing: the user's own.
    pub exports_folder: Option<String>,
    /// The folder of the user's own templates, if there can be one.
    pub templates_folder: Option<String>,
    /// Is nothing to be changed now? A command switches it.
    pub read_only: bool,
    /// What was set about that.
    pub read_only_set: ReadOnly,
    /// Milliseconds after the first key of a sequence until the keys that may follow are shown; 0: never.
    pub hints_delay_ms: u32,
    /// Does the cursor go on to the next signal once one is claimed, released or closed from the list?
    pub auto_advance: bool,
    /// Does loket begin where it was left?
    pub resume: bool,
    /// Are drafts, and what waits to be sent, kept on disk? Else in memory, until loket closes.
    pub keep_drafts: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lock_after_minutes: 10,
            exports_folder: None,
            templates_folder: None,
            read_only: false,
            read_only_set: ReadOnly::Off,
            hints_delay_ms: 400,
            auto_advance: false,
            resume: true,
            keep_drafts: true,
        }
    }
}
