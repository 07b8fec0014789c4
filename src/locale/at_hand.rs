//! How old the register is that is looked in without a connection.

use super::Texts;
use crate::domain::{Instant, zone};

impl Texts {
    /// `zonder verbinding: register van di 24-11 14:05`; of a part of it, which part.
    pub fn register_of(&self, made_at: Instant, whole: bool) -> String {
        let key = if whole { "register-of" } else { "register-of-part" };
        self.with(key, &[("when", self.register_when(made_at).into())])
    }

    /// `di 24-11 14:05`.
    pub fn register_when(&self, made_at: Instant) -> String {
        let (day, (hour, minute)) = (zone::date_of(made_at), zone::hour_minute(made_at));
        let weekday = self.get(&format!("weekday-{}", day.format("%u")));
        format!("{weekday} {} {hour:02}:{minute:02}", day.format("%d-%m"))
    }
}
