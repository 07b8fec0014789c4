//! Requests for numbers.

use super::{failure::Failure, requests::with_query, session::Session};
use crate::{
    api::{
        numbers::{NumbersCasesWanted, NumbersWanted},
        path,
    },
    domain::numbers::{Numbers, NumbersCases},
};

impl Session {
    /// The numbers of a period.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn numbers(&self, wanted: &NumbersWanted) -> Result<Numbers, Failure> {
        self.get(&with_query(path::NUMBERS, wanted)).await
    }

    /// The cases behind a figure. The server logs that they were listed.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn numbers_cases(&self, wanted: &NumbersCasesWanted) -> Result<NumbersCases, Failure> {
        self.get(&with_query(path::NUMBERS_CASES, wanted)).await
    }
}
