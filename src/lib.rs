//! loket: one library, one binary, three faces (terminal interface, command line, backend).
//!
//! | module | what it is | may use |
//! |---|---|---|
//! | [`domain`] | pure types and rules | std, serde, chrono, uuid, utoipa's schema derive |
//! | [`api`] | the wire: requests, replies, problems | domain |
//! | [`locale`] | every text a person reads, in Dutch and English | domain |
//! | [`explanation`] | pages about instruments and rules: read, searched, laid out | domain, locale |
//! | [`intake`] | bytes of a stranger's file to rows | domain, api |
//! | [`index`] | rows in memory, and the register searched in them | domain |
//! | [`client`] | speaks the API, keeps the replica | api, domain, index, locale |
//! | [`tui`] | the interface: `app` and `view` are pure, `shell` is the edge | see docs/architecture.md |
//! | [`server`] | routes, service, store | api, domain, locale |
//! | [`demo`] | a seeded, believable data set | domain, api |
//! | [`cli`] | one file per subcommand; joins client and server | all |
//!
//! A tidy test checks the table in `docs/architecture.md` against the `use` lines of the code.
pub mod api;
pub mod cli;
pub mod client;
pub mod demo;
pub mod domain;
pub mod explanation;
pub mod export;
pub mod index;
pub mod intake;
pub mod locale;
pub mod server;
pub mod tui;
