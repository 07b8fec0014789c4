//! What the server promises over HTTP, as stories. Every story runs on SQLite and on a real PostgreSQL and says the same
//! of both; a difference between the stores is a failing test.

/// Makes of every story two tests: one over SQLite, one over PostgreSQL.
macro_rules! on_both_stores {
    ($($story:ident),+ $(,)?) => {$(
        mod $story {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let server = $crate::support::server::TestServer::sqlite().await;
                super::$story(&server).await;
                server.stop().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let server = $crate::support::server::TestServer::postgres().await;
                super::$story(&server).await;
                server.stop().await;
            }
        }
    )+};
}

mod accounts;
mod administrators;
mod agendas;
mod agendas_history;
mod agendas_slots;
mod agendas_two;
mod alarms;
mod answers;
mod arrangement_detail;
mod arrangements;
mod at_hand;
mod audit;
mod audit_away;
mod audit_full;
mod audit_processing;
mod audit_rows;
mod audit_tampering;
mod bad_input;
pub mod bad_values;
mod bsn;
mod calendars;
mod call_backs;
mod cancellations;
pub mod case_exports;
pub mod cases;
mod cases_apart;
pub mod changes;
mod changes_concurrent;
mod changes_zipped;
mod claims;
mod deliveries;
mod emergencies;
mod endings;
mod erasure;
mod erasure_case;
pub mod events;
mod feeds;
pub mod fuzz;
mod fuzz_meetings;
mod hard_dates;
mod holding;
mod idempotency;
mod imports;
mod invitations;
mod item_papers;
mod lessons;
mod let_rules;
mod locks;
mod look_alikes;
mod matrix;
mod matrix_objects;
mod meetings;
mod merging;
pub mod messages;
mod messages_sent;
mod numbers;
mod numbers_world;
mod officers;
mod officers_search;
mod pace;
mod policy;
mod policy_objects;
pub mod presence;
mod proposed_once;
mod ready;
mod reference;
mod replies;
mod reports;
mod reveals;
mod schema;
mod second_wall;
mod sending;
mod sent_lists;
mod series;
mod signals;
mod signals_change;
mod signals_list;
mod signals_search;
mod source;
mod terms;
mod time_outs;
mod time_outs_history;
mod time_outs_race;
mod timeline;
mod verdicts;
mod views;
