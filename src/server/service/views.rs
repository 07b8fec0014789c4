//! Saved views: made, changed, taken away and listed. Only who made a view changes it; what is private is nobody else's to see.

use chrono::{DateTime, Utc};

use super::{Keyed, Refused, Service, Written, write};
use crate::{
    domain::{
        check::{self, Finding},
        fold::fold,
        ids::ViewId,
        names::initials,
        text::RawText,
        view::{SavedView, ViewFacts},
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, accounts,
            changes::Scope,
            history::RECEIVED,
            views::{self, Eyes, Found},
        },
    },
};

/// Views of one account, at most.
const MOST: i64 = 200;
/// Views in one answer, at most: of a whole organisation.
const LISTED: i64 = 5000;

/// What happens to a view.
enum Wish<'a> {
    /// Changes the facts and says what is wrong with them then.
    Change(&'a (dyn Fn(&mut ViewFacts) -> Vec<Finding> + Sync)),
    TakeAway,
}

impl Service {
    /// The views a caller sees, as JSON.
    pub async fn views(&self, caller: &Caller) -> Result<Vec<String>, Refused> {
        self.listed(caller, "view.list", "view").await?;
        let rows = views::seen_after(&mut self.store.read().await?, &eyes(caller), "", LISTED).await?;
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// Makes a view.
    pub async fn create_view(&self, caller: &Caller, keyed: &Keyed, facts: ViewFacts) -> Result<Written<SavedView>, Refused> {
        let owners = self.owners().await?;
        Refused::unless_empty(self.check_view(&facts, "/facts", &owners))?;
        Refused::unless_no_number(check::numbers_in(&facts, "/facts"))?;
        let now = self.now();
        let written = write::again!(self.try_create_view(caller, keyed, &facts, now))?;
        self.saw_view(caller, written).await
    }

    async fn try_create_view(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        facts: &ViewFacts,
        now: DateTime<Utc>,
    ) -> Result<Written<SavedView>, Refused> {
        let mut link = self.store.write().await?;
        if let Some((repeated, deleted)) = repeated(&mut link, caller, Some(keyed), now).await? {
            return if deleted { Err(Refused::Gone) } else { Ok(repeated) };
        }
        if views::count(&mut link, &caller.account.to_string()).await? >= MOST {
            return Err(Refused::Invalid(vec![Finding::new("", "too-long", MOST)]));
        }
        let view = SavedView {
            id: ViewId(self.clock.id(now).map_err(StoreError::from)?),
            version: 1,
            changed_at: now,
            owner: caller.account,
            owner_name: RawText::from(caller.name.raw()),
            facts: facts.clone(),
        };
        views::insert(&mut link, &view, &caller.organisation).await?;
        let content = serde_json::to_string(&view.facts).map_err(StoreError::from)?;
        let fields = [(RECEIVED.into(), String::new(), content)];
        self.commit_view(link, caller, Some(keyed), "view.create", view, &fields).await
    }

    /// Changes the version of a view that the caller saw.
    pub async fn amend_view(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        expected: i64,
        merge: impl Fn(&mut ViewFacts) + Sync,
    ) -> Result<Written<SavedView>, Refused> {
        let owners = self.owners().await?;
        let change = |facts: &mut ViewFacts| {
            merge(facts);
            self.check_view(facts, "", &owners)
        };
        self.change_view(caller, keyed, id, expected, &Wish::Change(&change)).await
    }

    /// Takes away the version of a view that the caller saw.
    pub async fn delete_view(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
    ) -> Result<Written<SavedView>, Refused> {
        self.change_view(caller, Some(keyed), id, expected, &Wish::TakeAway).await
    }

    async fn change_view(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        expected: i64,
        wish: &Wish<'_>,
    ) -> Result<Written<SavedView>, Refused> {
        let id = id.parse::<ViewId>().map_err(|_| Refused::NotFound)?.to_string();
        let now = self.now();
        let written = write::again!(self.try_change_view(caller, keyed, (&id, expected), wish, now))?;
        self.saw_view(caller, written).await
    }

    async fn try_change_view(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        (id, expected): (&str, i64),
        wish: &Wish<'_>,
        now: DateTime<Utc>,
    ) -> Result<Written<SavedView>, Refused> {
        let mut link = self.store.write().await?;
        if let Some((repeated, deleted)) = repeated(&mut link, caller, keyed, now).await? {
            let is_gone = deleted && matches!(wish, Wish::Change(_));
            return if is_gone { Err(Refused::Gone) } else { Ok(repeated) };
        }
        let found = views::lock(&mut link, id).await?.filter(|found| !found.deleted).ok_or(Refused::NotFound)?;
        own(caller, &found)?;
        let before = found.view;
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Views, id, before.version).await);
        }
        let mut after = before.clone();
        let deleted = match wish {
            Wish::Change(change) => {
                Refused::unless_empty(change(&mut after.facts))?;
                Refused::unless_no_number(check::numbers_in(&after.facts, ""))?;
                false
            }
            Wish::TakeAway => true,
        };
        if after == before && !deleted {
            write::settle_unchanged(link, caller, keyed, id).await?;
            return Ok(Written { item: before, changed: false, masked: 0, committed: false });
        }
        (after.version, after.changed_at) = (before.version + 1, now);
        let document = |facts: &ViewFacts| serde_json::to_value(facts).map_err(StoreError::from);
        let mut fields = write::differing(&document(&before.facts)?, &document(&after.facts)?);
        if deleted {
            fields.push(("deleted".into(), "false".into(), "true".into()));
        }
        views::update(&mut link, &after, deleted).await?;
        let verb = if deleted { "view.delete" } else { "view.amend" };
        self.commit_view(link, caller, keyed, verb, after, &fields).await
    }

    async fn commit_view(
        &self,
        link: Link,
        caller: &Caller,
        keyed: Option<&Keyed>,
        verb: &'static str,
        view: SavedView,
        fields: &[(String, String, String)],
    ) -> Result<Written<SavedView>, Refused> {
        let id = view.id.to_string();
        let commit = write::Commit {
            caller,
            verb,
            scope: Scope::Views,
            object: &id,
            version: view.version,
            fields,
            keyed,
            masked: 0,
            at: view.changed_at.timestamp_micros(),
            answer: None,
            also: &[],
        };
        self.commit(link, &commit).await?;
        Ok(Written { item: view, changed: true, masked: 0, committed: true })
    }

    /// Who may stand in the filter of a view: ids, folded names, and initials as lists show them.
    async fn owners(&self) -> Result<Vec<String>, Refused> {
        let accounts = accounts::names(&mut self.store.read().await?).await?;
        Ok(accounts.into_iter().flat_map(|(id, name)| [id, fold(&name), fold(&initials(&name))]).collect())
    }

    fn check_view(&self, facts: &ViewFacts, at: &str, owners: &[String]) -> Vec<Finding> {
        check::view_facts(facts, at, &|field, folded| self.names.is_in_filter(field, folded, owners))
    }

    /// Writes down that a view is shown which this request did not write.
    async fn saw_view(&self, caller: &Caller, written: Written<SavedView>) -> Result<Written<SavedView>, Refused> {
        if !written.committed {
            self.saw(caller, "view.read", "view", &written.item.id.to_string()).await?;
        }
        Ok(written)
    }
}

/// Who looks.
pub fn eyes(caller: &Caller) -> Eyes {
    Eyes { account: caller.account.to_string(), organisation: caller.organisation.clone() }
}

/// A view of one's own; one that is shared may be seen but not changed, any other is not there.
fn own(caller: &Caller, found: &Found) -> Result<(), Refused> {
    if found.view.owner == caller.account {
        return Ok(());
    }
    let seen = found.view.facts.shared && found.organisation == caller.organisation;
    Err(if seen { Refused::NotAllowed } else { Refused::NotFound })
}

/// What came of the request before, and whether the view was taken away by now.
async fn repeated(
    link: &mut Link,
    caller: &Caller,
    keyed: Option<&Keyed>,
    now: DateTime<Utc>,
) -> Result<Option<(Written<SavedView>, bool)>, Refused> {
    let Some(kept) = write::take(link, caller, keyed, now.timestamp_micros()).await? else { return Ok(None) };
    let found = views::get(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    let written = Written { item: found.view, changed: write::was_change(&kept), masked: 0, committed: false };
    Ok(Some((written, found.deleted)))
}
