//! Moratoria, bridgings and commitments: recorded, corrected, closed, opened again, read and listed. The domain decides, one
//! transaction writes the object, its day in the signal, the timeline and the board.
//!
//! Lock order: idempotency key, signal; whoever writes one holds its signal.

use chrono::{DateTime, NaiveDate, Utc};

use super::{
    Keyed, Refused, Service, Written,
    signal_changes::{stamped, written_in},
    time_outs::board,
    write,
};
use crate::{
    domain::{
        arrangement::{
            Arrangement, ArrangementFacts, ArrangementKind, ArrangementSummary, Closing,
            decide::{self, Change, Moment},
        },
        bridging::BridgingFacts,
        check::{self, Checked},
        commitment::CommitmentFacts,
        ids::ArrangementId,
        moratorium::MoratoriumFacts,
        share::SharePart,
        signal::{Entry, Signal, Source, decide as signal_rules},
        text::RawText,
    },
    server::{
        identity::Caller,
        store::{
            Link, StoreError, agenda_items,
            arrangements::{self, Wanted},
            changes::Scope,
            deadlines,
            history::RECEIVED,
            imports, meetings,
            signals::{self, SignalRow, Which},
            time_outs,
        },
    },
};

/// One, with the entries about it in the timeline of its signal, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<F> {
    /// As it is.
    pub item: Arrangement<F>,
    /// What was done to it.
    pub moves: Vec<Entry>,
}

/// One of the three.
#[derive(Debug, Clone, PartialEq)]
pub enum AnyRecorded {
    /// A moratorium.
    Moratorium(Recorded<MoratoriumFacts>),
    /// A bridging.
    Bridging(Recorded<BridgingFacts>),
    /// A commitment.
    Commitment(Recorded<CommitmentFacts>),
}

/// What one request does with one that is there.
enum Wish<'a, F> {
    /// Corrects it, for a reason.
    Correct(&'a (dyn Fn(&mut F) + Sync), RawText),
    /// Closes it on a day, with a text.
    Close(Closing, NaiveDate, RawText),
    /// Opens it again, for a reason.
    Reopen(RawText),
}

/// A request under its key.
struct Errand<'a> {
    caller: &'a Caller,
    keyed: Option<&'a Keyed>,
    now: DateTime<Utc>,
}

impl Service {
    /// One of a kind, written down before it is given.
    pub async fn arrangement<F: ArrangementFacts>(&self, caller: &Caller, id: &str) -> Result<Recorded<F>, Refused> {
        let id = read_id(id)?;
        let found = recorded(&mut self.store.read().await?, &id).await?.ok_or(Refused::NotFound)?;
        self.saw_one::<F>(caller, &id).await?;
        Ok(found)
    }

    /// A page of one kind.
    pub async fn arrangements<F: ArrangementFacts>(
        &self,
        caller: &Caller,
        wanted: &Wanted,
    ) -> Result<Vec<ArrangementSummary>, Refused> {
        self.listed(caller, verb_of(F::KIND, "list"), F::KIND.code()).await?;
        let today = self.today();
        let rows = arrangements::page(&mut self.store.read().await?, F::KIND, wanted).await?;
        let row = |document: &String| {
            let item: Arrangement<F> = serde_json::from_str(document).map_err(StoreError::from)?;
            Ok(ArrangementSummary::of(&item, today))
        };
        rows.iter().map(row).collect()
    }

    /// Records one about a signal; one that was taken from the same row of a file before is given back as it is.
    pub async fn record<F: ArrangementFacts + Checked>(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        signal: &str,
        facts: &F,
        from: Option<&Source>,
    ) -> Result<Written<Recorded<F>>, Refused> {
        Refused::unless_empty(facts.check("/facts", &self.names.organisation_codes))?;
        Refused::unless_empty(from.map_or_else(Vec::new, |from| check::source(from, "/importedFrom")))?;
        Refused::unless_no_number(check::numbers_in(facts, "/facts"))?;
        let errand = Errand { caller, keyed: Some(keyed), now: self.now() };
        let written = write::again!(self.try_record(&errand, signal, facts, from))?;
        self.saw_written(caller, written).await
    }

    async fn try_record<F: ArrangementFacts>(
        &self,
        errand: &Errand<'_>,
        signal: &str,
        facts: &F,
        from: Option<&Source>,
    ) -> Result<Written<Recorded<F>>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, errand).await? {
            return Ok(repeated);
        }
        let mut room = String::new();
        let which = match signal.split_once(':') {
            Some((system, reference)) => {
                let number = signals::find_source(&mut link, system, reference).await?.ok_or(Refused::NotFound)?;
                // What comes in with the reference of a signal that went up in another is that one's.
                Which::Number(self.followed(&mut link, number).await?)
            }
            None => self.which(signal, &mut room)?,
        };
        let signal = signals::lock(&mut link, which).await?.ok_or(Refused::NotFound)?;
        self.within_reach(&mut link, errand.caller, signal.number, Some(SharePart::Commitments)).await?;
        written_in(errand.caller, &signal)?;
        // Of one case: the same words about two cases are two.
        let reference = from.map(|from| format!("{}/{from}", signal.id));
        if let Some(reference) = &reference
            && let Some(id) = imports::find(&mut link, F::KIND.code(), reference).await?
        {
            let item = recorded(&mut link, &id).await?.ok_or(Refused::NotFound)?;
            write::settle_unchanged(link, errand.caller, errand.keyed, &id).await?;
            return Ok(Written { item, changed: false, masked: 0, committed: false });
        }
        self.of_an_item(&mut link, (facts, None), &signal, "/facts/source").await?;
        let actor = errand.caller.actor();
        let id = ArrangementId(self.clock.id(errand.now).map_err(StoreError::from)?);
        let change = decide::record(id, &signal, facts.clone(), Moment { actor: &actor, now: errand.now })?;
        arrangements::insert(&mut link, &change.after).await?;
        if let Some(reference) = &reference {
            imports::note(&mut link, F::KIND.code(), reference, &id.to_string()).await?;
        }
        let content = serde_json::to_string(&change.after).map_err(StoreError::from)?;
        let fields = [(RECEIVED.into(), String::new(), content)];
        self.commit_arrangement(link, errand, "create", signal, change, &fields).await
    }

    /// Corrects the version that the caller saw.
    pub async fn correct<F: ArrangementFacts + Checked>(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        expected: i64,
        (merge, reason): (&(dyn Fn(&mut F) + Sync), RawText),
    ) -> Result<Written<Recorded<F>>, Refused> {
        self.check_text(&reason, "/reason", false)?;
        self.change_arrangement(caller, keyed, id, expected, &Wish::Correct(merge, reason)).await
    }

    /// Closes the version that the caller saw; `at` is where the text stands in the request, if it must not be empty.
    pub async fn close<F: ArrangementFacts + Checked>(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
        (how, on, text): (Closing, NaiveDate, RawText),
    ) -> Result<Written<Recorded<F>>, Refused> {
        let (day, words, is_required) = match how {
            Closing::End => ("/from", "/reason", true),
            Closing::Settle => ("/on", "/settlement", true),
            Closing::Keep => ("/on", "/evidence", false),
            Closing::Lapse => ("/on", "/reason", true),
        };
        Refused::unless_empty(check::closing_day(on, day))?;
        self.check_text(&text, words, is_required)?;
        self.change_arrangement(caller, Some(keyed), id, expected, &Wish::Close(how, on, text)).await
    }

    /// Opens the version that the caller saw again.
    pub async fn reopen<F: ArrangementFacts + Checked>(
        &self,
        caller: &Caller,
        keyed: &Keyed,
        id: &str,
        expected: i64,
        reason: RawText,
    ) -> Result<Written<Recorded<F>>, Refused> {
        self.check_text(&reason, "/reason", true)?;
        self.change_arrangement(caller, Some(keyed), id, expected, &Wish::Reopen(reason)).await
    }

    /// An item of an agenda that is named must be there, about the same case and on the agenda of the meeting that is named: what
    /// is promised at another one is sent to nobody. What was `known` to be so may have been moved since.
    async fn of_an_item<F: ArrangementFacts>(
        &self,
        link: &mut Link,
        (facts, known): (&F, Option<&F>),
        signal: &Signal,
        at: &str,
    ) -> Result<(), Refused> {
        let named = facts.agenda_item();
        let Some((number, id)) = named.filter(|_| known.and_then(F::agenda_item) != named) else { return Ok(()) };
        let unknown = |field: &str| vec![check::Finding::new(format!("{at}/{field}"), "unknown-value", "")];
        let item = agenda_items::get(link, &id.to_string()).await?.filter(|item| item.signal == Some(signal.id));
        let Some(item) = item else { return Refused::unless_empty(unknown("item")) };
        let meeting = meetings::id_of(link, number).await?;
        let is_there = meeting.is_some() && item.meeting.map(|id| id.to_string()) == meeting;
        Refused::unless_empty(if is_there { vec![] } else { unknown("meeting") })
    }

    fn check_text(&self, text: &RawText, at: &str, is_required: bool) -> Result<(), Refused> {
        Refused::unless_empty(check::closing_text(text, at, is_required))?;
        Refused::unless_no_number(check::numbers_in(text, at))
    }

    async fn change_arrangement<F: ArrangementFacts + Checked>(
        &self,
        caller: &Caller,
        keyed: Option<&Keyed>,
        id: &str,
        expected: i64,
        wish: &Wish<'_, F>,
    ) -> Result<Written<Recorded<F>>, Refused> {
        let id = read_id(id)?;
        let errand = Errand { caller, keyed, now: self.now() };
        let written = write::again!(self.try_change_arrangement(&errand, &id, expected, wish))?;
        self.saw_written(caller, written).await
    }

    async fn try_change_arrangement<F: ArrangementFacts + Checked>(
        &self,
        errand: &Errand<'_>,
        id: &str,
        expected: i64,
        wish: &Wish<'_, F>,
    ) -> Result<Written<Recorded<F>>, Refused> {
        let mut link = self.store.write().await?;
        if let Some(repeated) = repeated(&mut link, errand).await? {
            return Ok(repeated);
        }
        let found: Arrangement<F> = arrangements::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        let signal = signals::lock(&mut link, Which::Id(&found.signal.to_string())).await?.ok_or(Refused::NotFound)?;
        written_in(errand.caller, &signal)?;
        // With its signal held nobody else changes it: read again.
        let before: Arrangement<F> = arrangements::get(&mut link, id).await?.ok_or(Refused::NotFound)?;
        if before.version != expected {
            return Err(write::stale(&mut link, Scope::Arrangements(F::KIND), id, before.version).await);
        }
        let actor = errand.caller.actor();
        let moment = Moment { actor: &actor, now: errand.now };
        let (mut change, verb) = match wish {
            Wish::Correct(merge, reason) => {
                let mut facts = before.facts.clone();
                merge(&mut facts);
                Refused::unless_empty(facts.check("", &self.names.organisation_codes))?;
                Refused::unless_no_number(check::numbers_in(&facts, ""))?;
                self.of_an_item(&mut link, (&facts, Some(&before.facts)), &signal, "/source").await?;
                match decide::correct(&before, facts, moment, reason.clone())? {
                    Some(change) => (change, "amend"),
                    None => {
                        let item = with_moves(&mut link, before).await?;
                        write::settle_unchanged(link, errand.caller, errand.keyed, id).await?;
                        return Ok(Written { item, changed: false, masked: 0, committed: false });
                    }
                }
            }
            Wish::Close(how, on, text) => (decide::close(&before, *how, *on, text.clone(), moment)?, how.code()),
            Wish::Reopen(reason) => (decide::reopen(&before, reason.clone())?, "reopen"),
        };
        change.after.version = before.version + 1;
        arrangements::update(&mut link, &change.after).await?;
        let document = |item: &Arrangement<F>| serde_json::to_value(item).map_err(StoreError::from);
        let mut fields = write::differing(&document(&before)?, &document(&change.after)?);
        if !change.entry.text.is_blank() {
            let text = serde_json::to_string(&change.entry.text).map_err(StoreError::from)?;
            fields.push(("reason".into(), String::new(), text));
        }
        self.commit_arrangement(link, errand, verb, signal, change, &fields).await
    }

    /// Writes what it moves (signal, timeline, board) and commits.
    async fn commit_arrangement<F: ArrangementFacts>(
        &self,
        mut link: Link,
        errand: &Errand<'_>,
        verb: &str,
        mut signal: Signal,
        Change { after, entry }: Change<F>,
        fields: &[(String, String, String)],
    ) -> Result<Written<Recorded<F>>, Refused> {
        let (id, signal_id) = (after.id.to_string(), signal.id.to_string());
        signal.arrangements.retain(|day| day.id != after.id);
        signal.arrangements.extend(after.on_board());
        signal.arrangements.sort_by_key(|day| (day.on, day.id));
        signal_rules::date(&mut signal);
        signal_rules::renew(&mut signal, errand.caller.account, errand.now);
        signal.version += 1;
        signals::update(&mut link, &SignalRow::of(&signal, &self.names)?).await?;
        let entry = stamped(&*self.clock, entry, errand.caller, errand.now)?;
        signals::add_entries(&mut link, &signal_id, signal.version, &[entry]).await?;
        let time_outs = time_outs::of_signal(&mut link, &signal_id).await?;
        let mut also = vec![(Scope::Desk, signal_id)];
        also.extend(board(deadlines::renew(&mut link, &signal, &time_outs, Some(errand.now)).await?));
        let commit = write::Commit {
            caller: errand.caller,
            verb: verb_of(F::KIND, verb),
            scope: Scope::Arrangements(F::KIND),
            object: &id,
            version: after.version,
            fields,
            keyed: errand.keyed,
            masked: 0,
            at: errand.now.timestamp_micros(),
            answer: None,
            also: &also,
        };
        let item = with_moves(&mut link, after).await?;
        self.commit(link, &commit).await?;
        Ok(Written { item, changed: true, masked: 0, committed: true })
    }

    async fn saw_one<F: ArrangementFacts>(&self, caller: &Caller, id: &str) -> Result<(), StoreError> {
        self.saw(caller, verb_of(F::KIND, "read"), F::KIND.code(), id).await
    }

    async fn saw_written<F: ArrangementFacts>(
        &self,
        caller: &Caller,
        written: Written<Recorded<F>>,
    ) -> Result<Written<Recorded<F>>, Refused> {
        if !written.committed {
            self.saw_one::<F>(caller, &written.item.item.id.to_string()).await?;
        }
        Ok(written)
    }
}

/// What came of the request that this one repeats.
async fn repeated<F: ArrangementFacts>(link: &mut Link, errand: &Errand<'_>) -> Result<Option<Written<Recorded<F>>>, Refused> {
    let kept = write::take(link, errand.caller, errand.keyed, errand.now.timestamp_micros()).await?;
    let Some(kept) = kept else { return Ok(None) };
    let item = recorded(link, &kept.object).await?.ok_or(Refused::NotFound)?;
    Ok(Some(Written { item, changed: write::was_change(&kept), masked: 0, committed: false }))
}

/// The one of this kind with this id, and what was done to it.
pub(super) async fn recorded<F: ArrangementFacts>(link: &mut Link, id: &str) -> Result<Option<Recorded<F>>, StoreError> {
    match arrangements::get(link, id).await? {
        Some(item) => with_moves(link, item).await.map(Some),
        None => Ok(None),
    }
}

async fn with_moves<F: ArrangementFacts>(link: &mut Link, item: Arrangement<F>) -> Result<Recorded<F>, StoreError> {
    let mut moves = signals::timeline(link, &item.signal.to_string()).await?;
    moves.retain(|entry| entry.linked.as_ref().is_some_and(|linked| linked.id == item.id.0));
    Ok(Recorded { item, moves })
}

/// As the audit log calls it.
fn verb_of(kind: ArrangementKind, verb: &str) -> &'static str {
    macro_rules! of {
        ($($verb:literal)+) => {
            match (kind, verb) {
                $((ArrangementKind::Moratorium, $verb) => concat!("moratorium.", $verb),
                (ArrangementKind::Bridging, $verb) => concat!("bridging.", $verb),
                (ArrangementKind::Commitment, $verb) => concat!("commitment.", $verb),)+
                (kind, _) => kind.code(),
            }
        };
    }
    of!("list" "read" "create" "amend" "end" "settle" "keep" "lapse" "reopen")
}

fn read_id(text: &str) -> Result<String, Refused> {
    Ok(text.parse::<ArrangementId>().map_err(|_| Refused::NotFound)?.to_string())
}
