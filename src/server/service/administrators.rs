//! Administrators: the first needs nobody, every other waits for one who signed in to confirm it.

use chrono::DateTime;

use super::{Keyed, Refused, Service, write};
use crate::{
    domain::{confirmation, ids::AccountId, session::Administrator, text::RawText},
    server::{
        audit::{Deed, append},
        identity::Caller,
        store::{StoreError, accounts, idempotency},
    },
};

impl Service {
    /// Every administrator, those that wait first.
    pub async fn administrators(&self, caller: &Caller) -> Result<Vec<Administrator>, Refused> {
        self.listed(caller, "administrator.list", "account").await?;
        let rows = accounts::administrators(&mut self.store.read().await?).await?;
        let broken = || StoreError::Fault("an account cannot be read".into());
        let told = |(id, name, organisation, made_at, confirmed): (String, String, String, i64, i64)| {
            Ok::<_, StoreError>(Administrator {
                account: id.parse().map_err(|_| broken())?,
                name: RawText(name),
                organisation,
                made_at: DateTime::from_timestamp_micros(made_at).ok_or_else(broken)?,
                confirmed: confirmed == 1,
            })
        };
        Ok(rows.into_iter().map(told).collect::<Result<_, _>>()?)
    }

    /// Confirms that another is one.
    pub async fn confirm_administrator(&self, caller: &Caller, keyed: &Keyed, id: &str) -> Result<(), Refused> {
        self.in_person(caller)?;
        let id = id.parse::<AccountId>().map_err(|_| Refused::NotFound)?;
        if id == caller.account {
            return Err(confirmation::Refusal::SamePerson.into());
        }
        write::again!(self.try_confirm_administrator(caller, keyed, &id.to_string()))?;
        self.identities.forget();
        Ok(())
    }

    async fn try_confirm_administrator(&self, caller: &Caller, keyed: &Keyed, id: &str) -> Result<(), Refused> {
        let now = self.now().timestamp_micros();
        let mut link = self.store.write().await?;
        if write::take(&mut link, caller, Some(keyed), now).await?.is_some() {
            return Ok(());
        }
        if !accounts::confirm(&mut link, id).await? {
            return Err(Refused::NotFound);
        }
        let deed = Deed::of(caller, now, "administrator.confirm", "account", id);
        append(&mut link, &caller.organisation, &[deed]).await?;
        let kept = idempotency::Kept { request: keyed.request.clone(), status: 200, object: id.to_owned(), masked: 0 };
        idempotency::settle(&mut link, &caller.account.to_string(), &keyed.key, &kept).await?;
        Ok(link.commit().await?)
    }
}
