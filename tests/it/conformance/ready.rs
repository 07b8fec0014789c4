//! Is a server ready? A balancer asks, and gives its requests to another one otherwise.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use loket::{
    api::{path::READY, problem::Code},
    server::{Clock, Options, Server},
};
use tokio::{net::TcpListener, sync::oneshot};

use crate::support::{http::Caller, postgres::Database, server::TestServer};

on_both_stores!(a_schema_that_is_older_is_not_served);

async fn a_schema_that_is_older_is_not_served(server: &TestServer) {
    let who = server.stranger();
    assert_eq!(who.get(READY).await.status, 200);
    // A newer loket took a step of its own: this one goes on until it is replaced.
    let step = "INSERT INTO _sqlx_migrations SELECT 9999, description, installed_on, success, checksum, execution_time \
                FROM _sqlx_migrations WHERE version = 1";
    server.execute(step).await;
    assert_eq!(who.get(READY).await.status, 200);
    // Somebody put an older copy in its place.
    server.execute("DELETE FROM _sqlx_migrations WHERE version IN (9999, 16)").await;
    who.get(READY).await.problem(Code::Unavailable);
}

/// The clock of a machine that nobody sets.
struct Wrong(TimeDelta);

impl Clock for Wrong {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + self.0
    }

    fn runs(&self) -> bool {
        true
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_is_not_the_one_of_the_database_is_not_served() {
    let database = Database::create().await;
    for (apart, status) in [(0, 200), (2, 200), (20, 503), (-20, 503), (2 * 24 * 3600, 503)] {
        let options = Options { clock: Arc::new(Wrong(TimeDelta::seconds(apart))), ..Options::new(database.url()) };
        let server = Server::open(options).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let who = Caller::at(&format!("http://{}", listener.local_addr().unwrap()), "");
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(server.serve(listener, async { drop(stopped.await) }));
        assert_eq!(who.get(READY).await.status, status, "{apart} s apart");
        stop.send(()).unwrap();
        serving.await.unwrap().unwrap();
    }
    database.discard().await;
}
