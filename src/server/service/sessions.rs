//! Sessions of people who signed in: listed and ended. Ending is the same however often it is asked for, so it takes no key.

use chrono::DateTime;

use super::{Refused, Service, write};
use crate::{
    domain::{ids::SessionId, role::Role, session::Session, text::RawText},
    server::{
        audit::{Deed, append},
        identity::{Caller, Provider},
        store::{
            StoreError,
            accounts::AccountRow,
            sessions::{self, SessionRow},
        },
    },
};

impl Service {
    /// The provider people sign in at, if there is one.
    pub fn provider(&self) -> Option<std::sync::Arc<Provider>> {
        self.identities.provider()
    }

    /// Is it a person who asks? Where people sign in, nobody proposes or confirms by a token of this server: two of those, or one
    /// and a sign-in, may be the same human.
    pub(super) fn in_person(&self, caller: &Caller) -> Result<(), Refused> {
        let is_signed_in_at = self.provider().is_some() || self.identities.are_local();
        if caller.session.is_none() && is_signed_in_at { Err(Refused::NotInPerson) } else { Ok(()) }
    }

    /// Every session, seen last first.
    pub async fn sessions(&self, caller: &Caller) -> Result<Vec<Session>, Refused> {
        self.listed(caller, "session.list", "session").await?;
        let rows = sessions::list(&mut self.store.read().await?).await?;
        Ok(rows.into_iter().map(session).collect::<Result<_, _>>()?)
    }

    /// Ends every session of whoever this one is of: they sign in anew, and what was got without doing so counts no more.
    pub async fn end_session(&self, caller: &Caller, id: &str) -> Result<(), Refused> {
        let id: SessionId = id.parse().map_err(|_| Refused::NotFound)?;
        write::again!(self.try_end(caller, id, "session.revoke", true))
    }

    /// The caller signs out: the tokens there are count no more. A token of loket's own has no session, and stays.
    pub async fn sign_out(&self, caller: &Caller) -> Result<(), Refused> {
        let Some(id) = caller.session else { return Ok(()) };
        write::again!(self.try_end(caller, id, "session.end", false))
    }

    async fn try_end(&self, caller: &Caller, id: SessionId, verb: &'static str, everywhere: bool) -> Result<(), Refused> {
        let at = self.now().timestamp_micros();
        let mut link = self.store.write_reserved().await?;
        let id = id.to_string();
        let ended = match everywhere {
            true => sessions::end_all(&mut link, &id, at).await?,
            false => sessions::end(&mut link, &id, at).await?,
        };
        if !ended {
            return Err(Refused::NotFound);
        }
        let deed = Deed::of(caller, at, verb, "session", &id);
        append(&mut link, &caller.organisation, &[deed]).await?;
        link.commit().await?;
        self.identities.forget();
        Ok(())
    }
}

fn session((row, account): (SessionRow, AccountRow)) -> Result<Session, StoreError> {
    let broken = || StoreError::Fault("a session cannot be read".into());
    let time = |at: i64| DateTime::from_timestamp_micros(at).ok_or_else(broken);
    // What came later began anew under the same name.
    let ended = Some(row.revoked_before).filter(|at| *at != 0 && *at >= row.last_seen);
    Ok(Session {
        id: row.id.parse().map_err(|_| broken())?,
        account: row.account.parse().map_err(|_| broken())?,
        name: RawText(account.name),
        role: Role::from_code(&account.role).ok_or_else(broken)?,
        organisation: account.organisation,
        client: row.client,
        begun: time(row.begun)?,
        last_seen: time(row.last_seen)?,
        from: row.address,
        ended: ended.map(time).transpose()?,
    })
}
