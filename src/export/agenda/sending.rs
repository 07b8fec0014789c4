//! All that is to be sent to the calendars of a body: what its people are asked for, and what takes earlier invitations back.
//! It is made anew from the fixed versions at any time and is always the same, so nobody has to remember what was sent.

use super::{
    Reader, Refused,
    invitation::{Appointment, Invited, Method, appointments, object, people, sequence_of},
    source::Source,
    words::Words,
};
use crate::{
    domain::{
        ids::OrganisationCode,
        meeting::{Addressee, Edition, Entry, Invitation},
    },
    locale::Texts,
};

/// For one body, to each mailbox once. `source` is the version that was fixed last, `earlier` those before it. Each slot in which the body is asked is
/// an invitation; for whoever was in an earlier version and is invited in that slot no longer, there is what takes it back. A meeting
/// that does not go on takes everything back. Nothing: the body has no part in the meeting.
pub fn to_send(
    source: &Source,
    earlier: &[Edition],
    goes_on: bool,
    code: &OrganisationCode,
    texts: &Texts,
) -> Result<Vec<Invited>, Refused> {
    if source.draft {
        return Err(Refused::Draft);
    }
    let words = Words::new(texts);
    let make = |source: &Source, one: &Appointment, to, method| object(source, code, one, to, method, &words);
    let mut sent = vec![];
    // Whoever is not to be told that it is off: who is still invited, also when they declined, and who was told.
    let mut known: Vec<(u16, Addressee)> = vec![];
    let now = if goes_on { asked_in(source, code)? } else { vec![] };
    for one in now {
        let of = |is_so: fn(&Invitation) -> bool| people(&source.entries, code, &one.items, is_so);
        known.extend(of(|one| !one.withdrawn).into_iter().map(|person| (one.slot, person)));
        sent.extend(make(source, &one, of(Invitation::is_asked), Method::Request)?);
    }
    let mut versions: Vec<&Edition> = earlier.iter().chain((!goes_on).then_some(&source.edition)).collect();
    versions.sort_by_key(|edition| std::cmp::Reverse(edition.number));
    for version in versions {
        let was = as_fixed(version, source);
        for mut one in asked_in(&was, code)? {
            let mut to = people(&was.entries, code, &one.items, Invitation::is_asked);
            to.retain(|person| !known.iter().any(|(slot, other)| *slot == one.slot && other.is_same(person)));
            known.extend(to.iter().map(|person| (one.slot, person.clone())));
            one.sequence = sequence_of(source.edition.number) + u32::from(!goes_on);
            sent.extend(make(&was, &one, to, if goes_on { Method::TakeBack } else { Method::Cancel })?);
        }
    }
    sent.sort_by_key(|one| (one.slot, one.is_cancelled));
    Ok(sent)
}

/// The bodies that have or had a part in the meeting.
pub fn bodies(source: &Source, earlier: &[Edition]) -> Vec<OrganisationCode> {
    let fixed = earlier.iter().chain([&source.edition]).flat_map(|edition| &edition.content.items);
    let fixed = fixed.flat_map(|one| &one.invitations);
    let all = fixed.chain(source.entries.iter().flat_map(|entry| &entry.invitations));
    let mut codes: Vec<OrganisationCode> = all.map(|one| one.facts.organisation.clone()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn asked_in(source: &Source, code: &OrganisationCode) -> Result<Vec<Appointment>, Refused> {
    match appointments(source, &Reader::Body(code.clone())) {
        Err(Refused::NothingForReader) => Ok(vec![]),
        found => found,
    }
}

/// A version as it was when it was fixed, with nobody's later answer.
fn as_fixed(version: &Edition, source: &Source) -> Source {
    let entry =
        |one: &crate::domain::meeting::EditionItem| Entry { invitations: one.invitations.clone(), ..Entry::of(one.item.clone()) };
    let entries = version.content.items.iter().map(entry).collect();
    Source::fixed(version.clone(), entries, vec![], source.made_at).sent_by(source.secretariat.clone())
}
