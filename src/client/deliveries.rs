//! Requests about deliveries of the register.

use super::{
    failure::Failure,
    requests::{Write, WriteMethod, with_query},
    session::Session,
};
use crate::{
    api::{
        delivery::{ApplyDelivery, DeliveryLines, NewDelivery, NewMerger},
        page::Page,
        path,
    },
    domain::{
        delivery::{Delivery, DeliveryLine},
        ids::IdempotencyKey,
    },
};

impl Write {
    /// A delivery. Answer, as of every write about one: [`Delivery`].
    pub fn deliver(key: IdempotencyKey, new: &NewDelivery) -> Self {
        Self::new(key, WriteMethod::Post, path::DELIVERIES.into(), None, new)
    }

    /// Municipalities that go on in another one.
    pub fn merge_municipalities(key: IdempotencyKey, new: &NewMerger) -> Self {
        Self::new(key, WriteMethod::Post, path::DELIVERIES_MERGER.into(), None, new)
    }

    /// Applies a delivery as it was at `version`.
    pub fn apply_delivery(key: IdempotencyKey, number: i64, version: i64, apply: &ApplyDelivery) -> Self {
        Self::new(key, WriteMethod::Post, of(path::DELIVERY_APPLY, number), Some(version), apply)
    }

    /// Rejects it.
    pub fn reject_delivery(key: IdempotencyKey, number: i64, version: i64) -> Self {
        let path = of(path::DELIVERY_REJECT, number);
        Self { body: None, ..Self::new(key, WriteMethod::Post, path, Some(version), &()) }
    }

    /// Undoes it.
    pub fn undo_delivery(key: IdempotencyKey, number: i64, version: i64) -> Self {
        let path = of(path::DELIVERY_UNDO, number);
        Self { body: None, ..Self::new(key, WriteMethod::Post, path, Some(version), &()) }
    }
}

fn of(template: &str, number: i64) -> String {
    template.replace("{id}", &number.to_string())
}

impl Session {
    /// The newest deliveries, newest first.
    ///
    /// # Errors
    /// As every request here: see [`Failure`].
    pub async fn deliveries(&self) -> Result<Page<Delivery>, Failure> {
        self.get(path::DELIVERIES).await
    }

    /// One delivery.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn delivery(&self, number: i64) -> Result<Delivery, Failure> {
        self.get(&of(path::DELIVERY, number)).await
    }

    /// A page of its lines.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn delivery_lines(&self, number: i64, list: &DeliveryLines) -> Result<Page<DeliveryLine>, Failure> {
        self.get(&with_query(&of(path::DELIVERY_LINES, number), list)).await
    }
}
