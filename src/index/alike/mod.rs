//! Finding look-alikes among all signals. What is kept of a text are hashes of its words, in memory alone; and a word counts by how few signals
//! have it.

mod features;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::domain::{
    alike::{Grounds, Likeness, Resemblance},
    ids::SignalId,
    signal::{Facts, Source},
};

use features::{Feature, Kind};

/// So many that have most in common are compared in full.
const COMPARED: usize = 300;

/// Signals, by what they name and the words they use.
#[derive(Debug, Default)]
pub struct Reports {
    /// Number of each feature.
    numbers: HashMap<Feature, u32>,
    /// Kind of each feature, by its number.
    kinds: Vec<Kind>,
    /// Who has each feature, by its number: places, in order.
    who: Vec<Vec<u32>>,
    /// What each signal has: numbers of features, in order; of a signal that went, nothing.
    signals: Vec<(SignalId, Box<[u32]>)>,
    places: HashMap<SignalId, u32>,
}

/// A signal that looks like what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Which one.
    pub signal: SignalId,
    /// Why.
    pub grounds: Grounds,
}

impl Reports {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Puts a signal in, in place of what it was.
    pub fn put(&mut self, signal: SignalId, facts: &Facts, source: Option<&Source>) {
        self.remove(signal);
        let place = u32::try_from(self.signals.len()).unwrap_or(u32::MAX);
        let mut own: Vec<u32> = features::of(facts, source).into_iter().map(|feature| self.number(feature)).collect();
        own.sort_unstable();
        for number in &own {
            self.who[*number as usize].push(place);
        }
        self.signals.push((signal, own.into_boxed_slice()));
        self.places.insert(signal, place);
        // Places of what went are used up; when they are most of all, everything moves together.
        if self.signals.len() > 1000 && self.signals.len() > 2 * self.places.len() {
            self.close_ranks();
        }
    }

    /// Takes a signal out.
    pub fn remove(&mut self, signal: SignalId) {
        let Some(place) = self.places.remove(&signal) else { return };
        let own = std::mem::take(&mut self.signals[place as usize].1);
        for number in own {
            let who = &mut self.who[number as usize];
            if let Ok(at) = who.binary_search(&place) {
                who.remove(at);
            }
        }
    }

    /// Those that look most like this, the likeliest first; what resembles it less than `least` is left out. `without` is the signal itself.
    pub fn find(
        &self,
        facts: &Facts,
        source: Option<&Source>,
        without: Option<SignalId>,
        least: Likeness,
        most: usize,
    ) -> Vec<Alike> {
        let mut asked: Vec<u32> =
            features::of(facts, source).iter().filter_map(|feature| self.numbers.get(feature).copied()).collect();
        asked.sort_unstable();
        let mut common = vec![0_f64; self.signals.len()];
        for number in &asked {
            let weight = self.weight(*number);
            for place in &self.who[*number as usize] {
                common[*place as usize] += weight;
            }
        }
        let without = without.and_then(|signal| self.places.get(&signal)).copied();
        let mut near: Vec<(f64, u32)> =
            common.into_iter().zip(0_u32..).filter(|(common, place)| *common > 0.0 && Some(*place) != without).collect();
        if near.len() > COMPARED {
            near.select_nth_unstable_by(COMPARED, |a, b| b.0.total_cmp(&a.0));
            near.truncate(COMPARED);
        }
        let compared = near.into_iter().map(|(_, place)| {
            let (signal, own) = &self.signals[place as usize];
            Alike { signal: *signal, grounds: self.grounds(&asked, own) }
        });
        let mut found: Vec<Alike> = compared.filter(|alike| alike.grounds.likeness >= least).collect();
        found.sort_unstable_by(|a, b| b.grounds.likeness.cmp(&a.grounds.likeness).then(b.signal.cmp(&a.signal)));
        found.truncate(most);
        found
    }

    fn number(&mut self, feature: Feature) -> u32 {
        let next = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(feature).or_insert(next);
        if number == next {
            self.kinds.push(feature.0);
            self.who.push(vec![]);
        }
        number
    }

    /// How much it tells that two have this: the square of the logarithm of how rare it is.
    fn weight(&self, number: u32) -> f64 {
        let rarity = (1.0 + self.len() as f64 / (1.0 + self.who[number as usize].len() as f64)).ln();
        rarity * rarity
    }

    fn grounds(&self, asked: &[u32], own: &[u32]) -> Grounds {
        let (mut at, mut to) = (0, 0);
        let mut seen = Comparison::default();
        while at < asked.len() || to < own.len() {
            let (left, right) = (asked.get(at), own.get(to));
            let number = left.into_iter().chain(right).min().copied().unwrap_or_default();
            let (in_left, in_right) = (left == Some(&number), right == Some(&number));
            (at, to) = (at + usize::from(in_left), to + usize::from(in_right));
            seen.count(self.kinds[number as usize], self.weight(number), in_left, in_right);
        }
        seen.grounds()
    }

    fn close_ranks(&mut self) {
        let kept: Vec<(SignalId, Box<[u32]>)> = self
            .signals
            .drain(..)
            .enumerate()
            .filter(|(place, (id, _))| self.places.get(id) == Some(&(*place as u32)))
            .map(|(_, kept)| kept)
            .collect();
        self.who.iter_mut().for_each(Vec::clear);
        for (place, (id, own)) in (0_u32..).zip(&kept) {
            self.places.insert(*id, place);
            for number in own {
                self.who[*number as usize].push(place);
            }
        }
        self.signals = kept;
    }
}

/// What two signals have of a kind, by weight.
#[derive(Debug, Default, Clone, Copy)]
struct Share {
    left: f64,
    right: f64,
    both: f64,
}

impl Share {
    /// From 0, nothing in common, to 1, the same.
    fn cosine(self) -> f64 {
        if self.both == 0.0 { 0.0 } else { self.both / (self.left * self.right).sqrt() }
    }

    /// Has each of them something of this kind, and nothing in common?
    fn differs(self) -> bool {
        self.both == 0.0 && self.left > 0.0 && self.right > 0.0
    }
}

#[derive(Debug, Default)]
struct Comparison([Share; 8]);

impl Comparison {
    fn count(&mut self, kind: Kind, weight: f64, in_left: bool, in_right: bool) {
        let share = &mut self.0[kind as usize];
        if in_left {
            share.left += weight;
        }
        if in_right {
            share.right += weight;
        }
        if in_left && in_right {
            share.both += weight;
        }
    }

    /// Each thing in common makes it likelier, by a part of what is left to certainty; what speaks against it takes a part off.
    fn grounds(&self) -> Grounds {
        let of = |kind: Kind| self.0[kind as usize];
        let any = |kind: Kind, worth: f64| if of(kind).both > 0.0 { worth } else { 0.0 };
        let evidence = [
            (Resemblance::Household, any(Kind::Household, 0.97)),
            (Resemblance::Reference, any(Kind::Reference, 0.95)),
            (Resemblance::Decision, any(Kind::Decision, 0.45)),
            (Resemblance::Event, any(Kind::Event, 0.35)),
            (Resemblance::Reporter, any(Kind::Reporter, 0.25)),
            (Resemblance::Municipality, any(Kind::Municipality, 0.15)),
            (Resemblance::Bodies, of(Kind::Body).cosine() * 0.2),
            (Resemblance::Words, (of(Kind::Word).cosine() * 3.0).min(0.85)),
        ];
        let mut missing: f64 = evidence.iter().map(|(_, worth)| 1.0 - worth).product();
        for (kind, kept) in [(Kind::Household, 0.5), (Kind::Municipality, 0.85), (Kind::Body, 0.95)] {
            if of(kind).differs() {
                missing = 1.0 - (1.0 - missing) * kept;
            }
        }
        let mut because: Vec<(Resemblance, f64)> = evidence.into_iter().filter(|(_, worth)| *worth >= 0.05).collect();
        because.sort_by(|a, b| b.1.total_cmp(&a.1));
        Grounds {
            likeness: ((1.0 - missing) * 1000.0) as Likeness,
            because: because.into_iter().map(|(resemblance, _)| resemblance).collect(),
        }
    }
}
