//! What is asked of both servers: drawn by lot from every route there is and from what is known of what was answered before.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt,
};

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::{IDEMPOTENCY_KEY, path},
    server::policy::{Access, Line},
};
use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::Value;

use super::{answer::Answer, known::Known, stories::STORIES, world::PEOPLE};
use crate::{
    conformance::fuzz::{Spoil, spoil, spoilt, weird},
    support::Lot,
};

/// Stands, before the id of its token, for the secret of a feed, which is another at each server.
pub const SECRET: &str = "secret-of-feed-";

/// Stands, before the place of who has it, for the id of an account, which is another in every pair of stores.
pub const ACCOUNT: &str = "account-of-";

/// A request, as it goes to both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by place in [`PEOPLE`]; past the end: somebody without a token.
    pub who: usize,
    /// The method.
    pub method: String,
    /// The route.
    pub route: String,
    /// The path with its query.
    pub path: String,
    /// The headers.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Option<Vec<u8>>,
}

impl Operation {
    /// With the ids of accounts where they are named.
    pub fn named(&self, account: impl Fn(usize) -> String) -> Self {
        let named = |text: &str| {
            (0..PEOPLE.len()).fold(text.to_owned(), |text, who| match text.contains(ACCOUNT) {
                true => text.replace(&format!("{ACCOUNT}{who}"), &account(who)),
                false => text,
            })
        };
        // What is no text names nobody.
        let body =
            self.body.as_ref().map(|body| std::str::from_utf8(body).map_or_else(|_| body.clone(), |text| named(text).into()));
        Self { path: named(&self.path), body, ..self.clone() }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = PEOPLE.get(self.who).map_or("nobody".to_owned(), |(role, _)| format!("{} {role}", self.who));
        write!(f, "{} {who}: {} {}", self.at.format("%F %T%.3f"), self.method, self.path)?;
        for (name, value) in &self.headers {
            write!(f, " [{name}: {value}]")?;
        }
        match &self.body {
            Some(body) if body.len() > 1500 => {
                write!(f, " {}… ({} bytes)", String::from_utf8_lossy(&body[..1500]), body.len())
            }
            Some(body) => write!(f, " {}", String::from_utf8_lossy(body)),
            None => Ok(()),
        }
    }
}

/// Draws operations.
pub struct Drawer {
    /// Lots.
    pub lot: Lot,
    /// What was answered so far.
    pub known: Known,
    at: DateTime<Utc>,
    runner: TestRunner,
    lines: Vec<Line>,
    /// The names that queries of each route take.
    queries: BTreeMap<String, Vec<String>>,
    asked: Vec<Operation>,
    /// What is still to be done of a story.
    story: VecDeque<(&'static str, &'static str)>,
    /// A step of a story is drawn: right, and about what was seen last.
    pub keen: bool,
}

impl Drawer {
    /// Draws by this seed from these routes, as the document of the API describes them.
    pub fn new(seed: u64, at: DateTime<Utc>, lines: Vec<Line>, document: &Value) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_be_bytes());
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let mut queries = BTreeMap::new();
        for line in &lines {
            let all = document["paths"][&line.path][line.method.to_lowercase()]["parameters"].as_array().cloned();
            let all = all.unwrap_or_default().into_iter().filter(|one| one["in"] == "query");
            let names = all.map(|one| one["name"].as_str().unwrap().to_owned()).collect();
            queries.insert(format!("{} {}", line.method, line.path), names);
        }
        Self {
            lot: Lot(seed),
            known: Known::default(),
            at,
            runner: TestRunner::new_with_rng(Config::default(), rng),
            lines,
            queries,
            asked: vec![],
            story: VecDeque::new(),
            keen: false,
        }
    }

    /// The next.
    pub fn next(&mut self) -> Operation {
        self.at += TimeDelta::milliseconds(2);
        match self.lot.below(400) {
            0 => self.at += TimeDelta::hours(20 + self.lot.below(60) as i64),
            1..10 => self.at += TimeDelta::minutes(1 + self.lot.below(30) as i64),
            _ => {}
        }
        let operation = match self.lot.below(20) {
            // The same once more, with the same key, by whoever it was: now it may be another answer.
            0 | 1 if !self.asked.is_empty() => {
                let at = self.asked.len() - 1 - self.lot.below(self.asked.len().min(40) as u64) as usize;
                Operation { at: self.at, ..self.asked[at].clone() }
            }
            2..6 => self.by_lot(),
            _ => self.step(),
        };
        self.asked.push(operation.clone());
        operation
    }

    fn by_lot(&mut self) -> Operation {
        loop {
            let line = self.line();
            if self.known.has_what_it_takes(&line.path) {
                return self.of(&line);
            }
        }
    }

    /// The next step of a story, or of a new one.
    fn step(&mut self) -> Operation {
        if self.story.is_empty() {
            self.story = self.pick(&STORIES).iter().copied().collect();
        }
        let next = self.story.pop_front();
        let is_next = |line: &&Line| next.is_some_and(|(method, path)| line.method == method && line.path == path);
        match self.lines.iter().find(is_next).cloned().filter(|line| self.known.has_what_it_takes(&line.path)) {
            Some(line) => {
                self.keen = self.lot.below(8) > 0;
                let operation = self.of(&line);
                self.keen = false;
                operation
            }
            None => self.by_lot(),
        }
    }

    /// What was answered to it.
    pub fn learn(&mut self, operation: &Operation, answer: &Answer) {
        self.known.learn(operation, answer);
    }

    /// The next route.
    fn line(&mut self) -> Line {
        loop {
            let line = self.lines[self.lot.below(self.lines.len() as u64) as usize].clone();
            // What is made is what the others are about; what is always the same need not be read often.
            let makes = line.method == "POST" && !line.path.contains("/_");
            let same = [path::OPENAPI, path::MUNICIPALITIES, path::ORGANISATIONS, path::OFFICERS_UNAPPOINTED];
            let dear = line.path == path::MEETING_PAPERS;
            let of_ten = match () {
                () if makes => 10,
                () if same.contains(&line.path.as_str()) => 1,
                () if dear => 3,
                () => 5,
            };
            if self.lot.below(10) < of_ten {
                return line;
            }
        }
    }

    /// A request of this route.
    pub fn of(&mut self, line: &Line) -> Operation {
        let who = self.who(line);
        let mut path = self.filled(&line.path);
        let query = self.query(line);
        if !query.is_empty() {
            let pairs: Vec<String> = query.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
            path = format!("{path}?{}", pairs.join("&"));
        }
        let mut headers = vec![];
        if self.lot.below(3) == 0 {
            headers.push(("accept-language".into(), "en".into()));
        }
        let body = match line.method.as_str() {
            "POST" | "PATCH" | "PUT" => self.body(line).map(|good| self.maybe_spoilt(good)),
            _ => None,
        };
        if body.is_some() && (self.keen || self.lot.below(100) > 0) {
            headers.push(("content-type".into(), "application/json".into()));
        }
        if line.method != "GET" {
            if let Some(key) = self.key() {
                headers.push((IDEMPOTENCY_KEY.into(), key));
            }
            if let Some(version) = self.version(&path) {
                headers.push(("if-match".into(), version));
            }
        }
        if line.path == path::EVENTS && self.lot.below(2) == 0 {
            let last = self.pick(&["0", "1", "20", "-1", "999999999", "x", ""]);
            headers.push(("last-event-id".into(), last.into()));
        }
        Operation { at: self.at, who, method: line.method.clone(), route: line.path.clone(), path, headers, body }
    }

    /// Who asks: mostly somebody who may.
    fn who(&mut self, line: &Line) -> usize {
        if self.keen && line.policy.access != Access::Public {
            // Outside, who the route is for.
            if let Some(outside) =
                (5..=6).find(|who| line.path.starts_with("/v1/cases") && line.policy.access.admits(PEOPLE[*who].0))
            {
                return if line.policy.access.admits(PEOPLE[6].0) { 6 } else { outside };
            }
            // A second person confirms and rejects.
            return usize::from([path::CONFIRMATION_CONFIRM, path::CONFIRMATION_REJECT].contains(&line.path.as_str()));
        }
        if self.lot.below(20) == 0 {
            return self.lot.below(PEOPLE.len() as u64 + 1) as usize;
        }
        // The desk more often than the others.
        let all = [0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(|who| (who, PEOPLE[who].0));
        let may: Vec<usize> = all.iter().filter(|(_, role)| line.policy.access.admits(*role)).map(|(who, _)| *who).collect();
        if line.policy.access == Access::Public { PEOPLE.len() } else { self.pick(&may) }
    }

    fn maybe_spoilt(&mut self, good: Value) -> Vec<u8> {
        match if self.keen { 30 } else { self.lot.below(30) } {
            0 => self.drawn(&weird()).to_string().into_bytes(),
            1 => {
                let mut bytes = good.to_string().into_bytes();
                let place = self.lot.below(bytes.len() as u64) as usize;
                bytes[place] = self.lot.draw() as u8;
                bytes
            }
            2..=5 => {
                let changes: Vec<Spoil> = (0..=self.lot.below(2)).map(|_| self.drawn(&spoil())).collect();
                spoilt(good, &changes).to_string().into_bytes()
            }
            6..=8 => {
                let odd = Spoil::Replace(self.lot.draw() as usize, self.odd().into());
                spoilt(good, &[odd]).to_string().into_bytes()
            }
            _ => good.to_string().into_bytes(),
        }
    }

    fn drawn<S: Strategy>(&mut self, strategy: &S) -> S::Value {
        strategy.new_tree(&mut self.runner).unwrap().current()
    }

    fn key(&mut self) -> Option<String> {
        match if self.keen { 60 } else { self.lot.below(60) } {
            0 => None,
            1 => Some("geen sleutel".into()),
            // Used before, for something else.
            2 | 3 => {
                let key = |(name, key): &(String, String)| (name == IDEMPOTENCY_KEY).then(|| key.clone());
                let used: Vec<String> =
                    self.asked.iter().rev().take(40).flat_map(|one| one.headers.iter().filter_map(key)).collect();
                if used.is_empty() { Some(self.uuid()) } else { Some(self.pick(&used)) }
            }
            _ => Some(self.uuid()),
        }
    }

    /// The version in `If-Match` for what a path names: mostly the last that was seen.
    fn version(&mut self, path: &str) -> Option<String> {
        let seen = self.known.version(path);
        let version = match if self.keen { 40 } else { self.lot.below(40) } {
            0 => return None,
            1 => return Some("3".into()),
            2 => return Some("\"x\"".into()),
            3 => i64::MAX,
            4 => 0,
            5..=7 => seen - 1,
            8 => seen + 1,
            _ => seen,
        };
        Some(format!("\"{version}\""))
    }

    /// The names that the query of a route takes.
    pub fn names(&self, line: &Line) -> Vec<String> {
        self.queries.get(&format!("{} {}", line.method, line.path)).cloned().unwrap_or_default()
    }

    /// The names and values of a query: the next page of something, filters, and now and then what is not known or stands there twice.
    fn query(&mut self, line: &Line) -> Vec<(String, String)> {
        let names = self.names(line);
        if names.is_empty() {
            return vec![];
        }
        let mut pairs: Vec<(String, String)> = vec![];
        let walked = self.known.pages(&line.path);
        if self.lot.below(2) == 0
            && let Some((query, next)) = (!walked.is_empty()).then(|| self.pick(&walked))
        {
            pairs = query;
            let next = if self.lot.below(6) == 0 { self.forged(&next) } else { next };
            pairs.push(("after".into(), next));
            if self.lot.below(8) > 0 {
                return pairs;
            }
        }
        let some: BTreeSet<String> = (0..self.lot.below(4)).map(|_| self.pick(&names)).collect();
        for name in some {
            let value = if !self.keen && self.lot.below(12) == 0 { self.odd() } else { self.asked_for(&line.path, &name) };
            pairs.retain(|(had, _)| *had != name);
            pairs.push((name, value));
        }
        // Short pages are walked longer.
        if names.iter().any(|name| name == "limit") && self.lot.below(3) == 0 {
            pairs.retain(|(name, _)| name != "limit");
            pairs.push(("limit".into(), self.pick(&["1", "2", "3"]).into()));
        }
        if self.lot.below(40) == 0 {
            let name = self.pick(&["onbekend", "limit", "LIMIT", "after[]"]);
            pairs.push((name.into(), self.odd()));
        }
        pairs
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.lot.below(all.len() as u64) as usize].clone()
    }

    /// A new UUID.
    pub fn uuid(&mut self) -> String {
        uuid::Builder::from_random_bytes((u128::from(self.lot.draw()) << 64 | u128::from(self.lot.draw())).to_be_bytes())
            .into_uuid()
            .to_string()
    }
}

/// As it stands in a path or a query.
pub fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~,:".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
