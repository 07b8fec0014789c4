//! What the papers of this server are written on: who sends them.

use crate::domain::text::RawText;

/// What the server's configuration says about its papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stationery {
    /// The address that invitations come from; blank: no invitation can be made.
    pub sender: RawText,
}
