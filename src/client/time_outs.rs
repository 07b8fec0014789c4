//! One function per route about time-outs, proposals and the deadline board.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, segment, with_query},
    session::Session,
};
use crate::{
    api::{
        alarm::{AlarmList, AlarmPage},
        confirmation::{Confirm, Decline},
        deadline::{DeadlineDetail, DeadlineList},
        page::Page,
        path,
        time_out::{EndTimeOut, ExtendTimeOut, NewTimeOut, OnDay, ResumeTimeOut, TimeOutDetail, TimeOutList},
    },
    domain::{
        confirmation::Confirmation,
        deadline::Deadline,
        ids::{ConfirmationId, DeadlineId, IdempotencyKey, TimeOutId},
        time_out::TimeOutSummary,
    },
};

impl Write {
    /// A proposed time-out, or one that is started in an emergency. Answer: [`TimeOutDetail`].
    pub fn propose_time_out(key: IdempotencyKey, new: &NewTimeOut) -> Self {
        Self::new(key, WriteMethod::Post, path::TIME_OUTS.into(), None, new)
    }

    /// A proposed extension of a time-out as it was at `version`. Answer: [`TimeOutDetail`].
    pub fn extend_time_out(key: IdempotencyKey, id: TimeOutId, version: i64, body: &ExtendTimeOut) -> Self {
        Self::new(key, WriteMethod::Post, of(path::TIME_OUT_EXTEND, id), Some(version), body)
    }

    /// A proposal that the decision works again. Answer: [`TimeOutDetail`].
    pub fn resume_time_out(key: IdempotencyKey, id: TimeOutId, version: i64, body: &ResumeTimeOut) -> Self {
        Self::new(key, WriteMethod::Post, of(path::TIME_OUT_RESUME, id), Some(version), body)
    }

    /// A proposal that the time-out ends. Answer: [`TimeOutDetail`].
    pub fn end_time_out(key: IdempotencyKey, id: TimeOutId, version: i64, body: &EndTimeOut) -> Self {
        Self::new(key, WriteMethod::Post, of(path::TIME_OUT_END, id), Some(version), body)
    }

    /// The day on which the body was told. Answer: [`TimeOutDetail`].
    pub fn tell_body(key: IdempotencyKey, id: TimeOutId, version: i64, body: &OnDay) -> Self {
        Self::new(key, WriteMethod::Post, of(path::TIME_OUT_TELL_BODY, id), Some(version), body)
    }

    /// The day on which the body confirmed it. Answer: [`TimeOutDetail`].
    pub fn body_confirmed(key: IdempotencyKey, id: TimeOutId, version: i64, body: &OnDay) -> Self {
        Self::new(key, WriteMethod::Post, of(path::TIME_OUT_BODY_CONFIRMED, id), Some(version), body)
    }

    /// A confirmation of exactly what was shown. Answer: [`Confirmation`].
    pub fn confirm(key: IdempotencyKey, id: ConfirmationId, hash: &str) -> Self {
        let path = path::CONFIRMATION_CONFIRM.replace("{id}", &id.to_string());
        Self::new(key, WriteMethod::Post, path, None, &Confirm { hash: hash.into() })
    }

    /// A rejection of another's proposal. Answer: [`Confirmation`].
    pub fn reject(key: IdempotencyKey, id: ConfirmationId, decline: &Decline) -> Self {
        Self::new(key, WriteMethod::Post, path::CONFIRMATION_REJECT.replace("{id}", &id.to_string()), None, decline)
    }

    /// A withdrawal of the own proposal. Answer: [`Confirmation`].
    pub fn withdraw(key: IdempotencyKey, id: ConfirmationId, decline: &Decline) -> Self {
        Self::new(key, WriteMethod::Post, path::CONFIRMATION_WITHDRAW.replace("{id}", &id.to_string()), None, decline)
    }
}

fn of(template: &str, id: TimeOutId) -> String {
    template.replace("{id}", &id.to_string())
}

impl Session {
    /// A page of the deadline board.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn deadlines(&self, list: &DeadlineList) -> Result<Page<Deadline>, Failure> {
        self.get(&with_query(path::DEADLINES, list)).await
    }

    /// One row of the board with how its day came to be. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn deadline(&self, id: DeadlineId) -> Result<DeadlineDetail, Failure> {
        self.get(&path::DEADLINE.replace("{id}", &id.to_string())).await
    }

    /// A page of alarms.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn alarms(&self, list: &AlarmList) -> Result<AlarmPage, Failure> {
        self.get(&with_query(path::ALARMS, list)).await
    }

    /// A page of time-outs.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn time_outs(&self, list: &TimeOutList) -> Result<Page<TimeOutSummary>, Failure> {
        self.get(&with_query(path::TIME_OUTS, list)).await
    }

    /// One time-out, whole. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn time_out(&self, id: &str) -> Result<TimeOutDetail, Failure> {
        self.get(&path::TIME_OUT.replace("{id}", &segment(id))).await
    }

    /// One proposal, with exactly what is confirmed. The server logs that it was read.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirmation(&self, id: ConfirmationId) -> Result<Confirmation, Failure> {
        self.get(&path::CONFIRMATION.replace("{id}", &id.to_string())).await
    }
}
