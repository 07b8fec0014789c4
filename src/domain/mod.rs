//! Pure types and rules, shared by every face of loket.
//!
//! Nothing here reads a clock, a file, a network or an environment: what a rule needs is an argument. Doc comments of
//! public fields are also the field descriptions of the published API document.

pub mod alike;
pub mod arrangement;
pub mod at_hand;
pub mod audit;
pub mod availability;
pub mod bridging;
pub mod bsn;
pub mod case;
pub mod case_export;
pub mod changer;
pub mod check;
pub mod clock_time;
pub mod commitment;
pub mod confirmation;
pub mod deadline;
pub mod delivery;
pub mod derived;
pub mod destruction;
pub mod emergency;
pub mod feed_token;
pub mod filter;
pub mod fold;
pub mod holding;
pub mod identifying;
pub mod ids;
pub mod imported;
pub mod lesson;
pub mod line_difference;
pub mod lookup_limit;
pub mod loopback;
pub mod meeting;
pub mod merging;
pub mod message;
pub mod money;
pub mod moratorium;
pub mod municipality;
pub mod names;
pub mod nearness;
pub mod next_best;
pub mod numbers;
pub mod officer;
pub mod officer_history;
pub mod organisation;
pub mod personal;
pub mod presence;
pub mod processing;
pub mod recurrence;
pub mod retention;
pub mod role;
pub mod session;
pub mod share;
pub mod signal;
pub mod term;
pub mod text;
pub mod time_out;
pub mod topic;
pub mod triage;
pub mod verdict;
pub mod view;
pub mod zone;

/// A calendar date in the Netherlands; never an instant. Terms and hard dates are dates.
pub type Date = chrono::NaiveDate;

/// A moment, kept in UTC to the microsecond. Shown in Europe/Amsterdam through [`zone`].
pub type Instant = chrono::DateTime<chrono::Utc>;
