//! Where items stand on an agenda: put at a spot, and with another slot among those of that slot. To be called with the meeting held.

use super::{Refused, Service};
use crate::{
    domain::meeting::{
        AgendaItem, Entry, Meeting, Refusal,
        decide::ITEMS_MOST,
        order::{self, Placed, Spot},
    },
    server::store::{Link, StoreError, agenda_items, changes::Scope},
};

impl Service {
    /// Puts an item at a spot of a meeting's agenda; others make room when they must, and the feed is told.
    pub(super) async fn put_on(
        &self,
        link: &mut Link,
        entry: &mut Entry,
        meeting: &Meeting,
        spot: Spot,
        also: &mut Vec<(Scope, String)>,
    ) -> Result<(), Refused> {
        let mut there = agenda_items::of_meeting(link, &meeting.id.to_string()).await?;
        let item = &mut entry.item;
        let comes = item.meeting != Some(meeting.id);
        if comes && there.len() >= ITEMS_MOST {
            return Err(Refusal::Full(ITEMS_MOST).into());
        }
        let placed: Vec<Placed> = there.iter().map(Placed::from).collect();
        let spot = if spot == Spot::Last { order::end_for(item, &there) } else { spot };
        let ranks = order::place(&placed, item.id, spot)?;
        if ranks.is_empty() && !comes {
            return Ok(());
        }
        for Placed { item: id, rank } in ranks {
            if id == item.id {
                item.rank = rank;
            } else if let Some(other) = there.iter_mut().find(|other| other.id == id && other.rank != rank) {
                (other.rank, other.revision) = (rank, other.revision + 1);
                self.write_row(link, other.clone(), meeting, also).await?;
            }
        }
        item.meeting = Some(meeting.id);
        item.dropped = false;
        item.revision += 1;
        Ok(())
    }

    /// An item that came, or has another slot, stands among those of its slot; what closes the meeting stands in the last slot that is
    /// used, so that no time on the agenda goes back.
    pub(super) async fn settle_slot(
        &self,
        link: &mut Link,
        entry: &mut Entry,
        meeting: &Meeting,
        also: &mut Vec<(Scope, String)>,
    ) -> Result<(), Refused> {
        if order::closes(&entry.item) {
            return Ok(());
        }
        let there = agenda_items::of_meeting(link, &meeting.id.to_string()).await?;
        if let Some(spot) = order::spot_in_slot(&entry.item, &there) {
            self.put_on(link, entry, meeting, spot, also).await?;
        }
        // Others made room, perhaps.
        let there = agenda_items::of_meeting(link, &meeting.id.to_string()).await?;
        let others = there.iter().filter(|other| other.id != entry.item.id && !order::closes(other));
        let last = others.chain([&entry.item]).map(|item| item.facts.slot).max().unwrap_or(1);
        let last = last.min(meeting.facts.slots.len().try_into().unwrap_or(u16::MAX));
        for mut other in there.into_iter().filter(|other| order::closes(other) && other.facts.slot != last) {
            other.facts.slot = last;
            (other.version, other.revision) = (other.version + 1, other.revision + 1);
            self.write_row(link, other, meeting, also).await?;
        }
        Ok(())
    }

    /// Writes an item that only makes way for another, and tells the feed.
    async fn write_row(
        &self,
        link: &mut Link,
        item: AgendaItem,
        meeting: &Meeting,
        also: &mut Vec<(Scope, String)>,
    ) -> Result<(), StoreError> {
        let entry = agenda_items::entry(link, item).await?;
        agenda_items::update(link, &entry.item, &self.item_row(&entry, Some(meeting))).await?;
        also.push((Scope::AgendaItems, entry.item.id.to_string()));
        Ok(())
    }
}
