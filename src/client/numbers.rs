//! Requests for numbers.

use super::{failure::Failure, requests::with_query, session::Session};
use crate::{
    api::{
        numbers::{NumbersCasesWanted, NumbersLine, NumbersWanted},
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

    /// The same, told how far the server is: cases that were counted, of how many.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn numbers_while(&self, wanted: &NumbersWanted, mut tell: impl FnMut(u64, u64)) -> Result<Numbers, Failure> {
        let mut lines = self.stream(&with_query(path::NUMBERS_LINES, wanted)).await?;
        loop {
            match lines.next::<NumbersLine>().await? {
                Some(NumbersLine::Counting { counted, of }) => tell(counted, of),
                Some(NumbersLine::Done { numbers }) => return Ok(*numbers),
                None => return Err(lines.cut()),
            }
        }
    }

    /// The cases behind a figure. The server logs that they were listed.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn numbers_cases(&self, wanted: &NumbersCasesWanted) -> Result<NumbersCases, Failure> {
        self.get(&with_query(path::NUMBERS_CASES, wanted)).await
    }
}
