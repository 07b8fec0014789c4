//! What came of something that is taken from a file or a calendar: the same thing twice has one effect.

use super::role::coded_enum;

coded_enum!(
    /// What came of it.
    Imported {
        /// It was not there: it was made.
        Created = "created",
        /// It was there, and says what the file says otherwise since then.
        Updated = "updated",
        /// It was there: nothing changed.
        Unchanged = "unchanged",
        /// The file says something else since then, and it was left as it is: no concept any more, or changed by hand in the
        /// same place.
        Left = "left",
        /// The file was written before what was taken over last: it was left as it is.
        Older = "older",
    }
);
