//! The second wall of PostgreSQL: whatever a query forgets, who is not of the desk sees no row of a case; and a server works as a role that can do
//! no more than serving takes.

use std::path::{Path, PathBuf};

use loket::server::{Options, Server, StartError, Store, store::roles::Why};
use serde_json::json;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, postgres::PgConnectOptions};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{UnixListener, UnixStream},
};

use crate::support::{
    samples::{full_signal, officer},
    server::TestServer,
};

/// Tables that hold nothing of a case: everybody's requests use them.
const FREE: [&str; 25] = [
    "_sqlx_migrations",
    "accounts",
    "audit",
    "audit_heads",
    "audit_looks",
    "changes",
    "counters",
    "deliveries",
    "failed_sign_ins",
    "feed_tokens",
    "idempotency",
    "local_accounts",
    "officer_calls",
    "officers",
    "offline_lookups",
    "opened_cards",
    "organisations",
    "register_askers",
    "register_searches",
    "register_seen",
    "request_counts",
    "sessions",
    "settings",
    "subjects",
    "tokens",
];

async fn scoped(server: &TestServer, scope: Option<&str>) -> PgConnection {
    let mut connection = PgConnection::connect(&server.url()).await.unwrap();
    if let Some(scope) = scope {
        connection.execute(AssertSqlSafe(format!("SET loket.scope = '{scope}'"))).await.unwrap();
    }
    connection
}

async fn count(connection: &mut PgConnection, table: &str) -> i64 {
    let query = AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
    sqlx::query_scalar(query).fetch_one(connection).await.unwrap_or_else(|error| panic!("{table}: {error}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_table_of_cases_is_behind_it() {
    let server = TestServer::postgres().await;
    let query = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT \
                 (relrowsecurity AND relforcerowsecurity) ORDER BY relname";
    for table in server.texts(query).await {
        assert!(
            FREE.contains(&table.as_str()),
            "{table}: behind the second wall (row-level security), or does it hold nothing of a case?"
        );
    }
    let desk = server.desk();
    let made = desk.post("/v1/signals", &full_signal()).await.expect(201)["item"].clone();
    desk.post(&format!("/v1/signals/{}/notes", made["id"].as_str().unwrap()), &json!({ "text": "gebeld" })).await.expect(201);
    desk.post("/v1/officers", &officer("UWV", "Anna")).await.expect(201);
    let full = ["signals", "signal_documents", "entries", "deadlines"];
    let mut all = scoped(&server, Some("all")).await;
    for table in full {
        assert!(count(&mut all, table).await > 0, "{table}");
    }
    let whole = count(&mut all, "history").await;
    for scope in [None, Some("of:GM0344"), Some("of:UWV"), Some("ALL"), Some("")] {
        let mut other = scoped(&server, scope).await;
        for table in full {
            assert_eq!(count(&mut other, table).await, 0, "{table} {scope:?}");
        }
        let history = count(&mut other, "history").await;
        assert!(0 < history && history < whole, "of the register alone: {history} of {whole}");
        let made = other.execute("INSERT INTO signal_bodies SELECT * FROM signal_bodies").await;
        assert_eq!(made.unwrap().rows_affected(), 0);
        let changed = other.execute("UPDATE signals SET status = 'closed'").await;
        assert_eq!(changed.unwrap().rows_affected(), 0);
    }
    // The role of a server changes no row of the audit log, and not the schema.
    for statement in [
        "UPDATE audit SET verb = 'x'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "DELETE FROM audit_heads",
        "DELETE FROM _sqlx_migrations",
        "ALTER TABLE signals DISABLE ROW LEVEL SECURITY",
        "DROP POLICY desk ON signals",
        "CREATE TABLE mine (x TEXT)",
    ] {
        let refused = all.execute(statement).await.unwrap_err();
        // Insufficient privilege.
        assert_eq!(refused.as_database_error().unwrap().code().as_deref(), Some("42501"), "{statement}: {refused}");
    }
    server.stop().await;
}

/// Nobody outside gets anything by a request either; and what they may do goes on behind the wall.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_of_who_reads_no_signals_sees_no_row() {
    use loket::{api::path, domain::role::Role, server::store::scope::outside};
    let server = TestServer::postgres().await;
    server.signal("Ontruiming").await;
    // As if a route had forgotten to ask who it is for.
    let store = server.store().clone();
    let seen = async || Box::pin(loket::server::maintenance::check(&store)).await.unwrap().signals;
    assert_eq!(seen().await, 1);
    let (who, now) = (server.role(Role::Municipal), server.clock_now());
    let account = who.account.parse().unwrap();
    assert_eq!(outside(Some("GM0344"), account, now, seen()).await, 0);
    assert_eq!(outside(None, account, now, seen()).await, 0);
    for role in [Role::RegisterReader, Role::RegisterEditor, Role::Municipal, Role::Body, Role::PrivacyOfficer] {
        server.role(role).get(path::ME).await.expect(200);
        server.role(role).get(path::ORGANISATIONS).await.expect(200);
    }
    let entry =
        server.role(Role::RegisterEditor).post("/v1/officers", &officer("GM0344", "Bas")).await.expect(201)["item"].clone();
    let history = path::OFFICER_HISTORY.replace("{id}", entry["id"].as_str().unwrap());
    assert!(!server.role(Role::RegisterEditor).get(&history).await.expect(200)["items"].as_array().unwrap().is_empty());
    server.stop().await;
}

/// In an emergency one case is there behind it for one person, for a while.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_emergency_opens_one_case_to_one_person_behind_it() {
    use loket::{api::path, domain::role::Role, server::store::scope::outside};
    let server = TestServer::postgres().await;
    server.signal("Ontruiming").await;
    let store = server.store().clone();
    let seen = async || Box::pin(loket::server::maintenance::check(&store)).await.unwrap().signals;
    let (who, now) = (server.role(Role::Municipal), server.clock_now());
    let account = who.account.parse().unwrap();
    let number = server.signal("Ontruiming vanavond").await["number"].as_str().unwrap().to_owned();
    let open = path::CASE_EMERGENCY.replace("{number}", &number);
    who.post(&open, &json!({ "reason": "zij staan vanavond op straat", "minutes": 15 })).await.expect(201);
    assert_eq!(outside(Some("GM0344"), account, now, seen()).await, 1);
    assert_eq!(outside(None, account, now, seen()).await, 0, "of no organisation");
    let colleague = server.account(Role::Municipal, "Collega", "GM0344").await.account.parse().unwrap();
    assert_eq!(outside(Some("GM0344"), colleague, now, seen()).await, 0);
    let later = now + chrono::TimeDelta::minutes(15);
    assert_eq!(outside(Some("GM0344"), account, later, seen()).await, 0);
    server.stop().await;
}

async fn refused(url: String) -> StartError {
    match Server::open(Options::new(url)).await {
        Err(error) => error,
        Ok(_) => panic!("it starts"),
    }
}

/// As pgbouncer does when it is told to ignore them: what a connection begins with is passed on without its options.
async fn pooler_that_drops_options(to: PathBuf, at: &Path) {
    let listener = UnixListener::bind(at).unwrap();
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let to = to.clone();
            tokio::spawn(async move {
                let mut server = UnixStream::connect(to).await?;
                // Whoever asks for TLS is told that there is none, and begins.
                let begin = loop {
                    let mut begin = vec![0; client.read_u32().await? as usize - 4];
                    client.read_exact(&mut begin).await?;
                    if begin != 80_877_103_u32.to_be_bytes() {
                        break begin;
                    }
                    client.write_all(b"N").await?;
                };
                let (version, fields) = begin.split_at(4);
                let mut fields: Vec<&[u8]> = fields.split(|byte| *byte == 0).collect();
                let at = fields.iter().position(|field| *field == b"options").unwrap();
                fields.drain(at..at + 2);
                let rest = [version, &fields.join(&0)].concat();
                server.write_u32(rest.len() as u32 + 4).await?;
                server.write_all(&rest).await?;
                copy_bidirectional(&mut client, &mut server).await
            });
        }
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_does_not_start_where_its_scope_gets_lost() {
    let server = TestServer::postgres().await;
    let folder = tempfile::tempdir().unwrap();
    let options: PgConnectOptions = server.url().parse().unwrap();
    let socket = format!(".s.PGSQL.{}", options.get_port());
    pooler_that_drops_options(options.get_socket().unwrap().join(&socket), &folder.path().join(&socket)).await;
    let host = folder.path().to_str().unwrap().replace('/', "%2F");
    let url = format!("{}?host={host}", server.url().split('?').next().unwrap());
    let error = refused(url.clone()).await;
    assert!(matches!(error, StartError::NoScope), "{error}");
    // Set on the role it is there.
    let own = format!("pooled_{}", uuid::Uuid::now_v7().simple());
    server.execute(&format!("CREATE ROLE {own} LOGIN")).await;
    let name = server.texts("SELECT CAST(current_database() AS TEXT)").await.remove(0);
    server.execute(&format!("ALTER ROLE {own} IN DATABASE {name} SET loket.scope = 'all'")).await;
    if let Err(error) = Server::open(Options::new(url.replace("loket_server@", &format!("{own}@")))).await {
        assert!(!matches!(error, StartError::NoScope), "{error}");
    }
    server.execute(&format!("DROP OWNED BY {own}")).await;
    server.execute(&format!("DROP ROLE {own}")).await;
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_step_that_strands_servers_waits_until_they_are_stopped() {
    let server = TestServer::postgres().await;
    server.execute("DELETE FROM _sqlx_migrations WHERE version = 24").await;
    match Store::open(server.owner_url(), false).await {
        Err(StartError::InUse(open)) => assert!(open > 0),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it is done while a server runs"),
    }
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_does_not_start_as_a_role_that_may_do_more() {
    let server = TestServer::postgres().await;
    let refused = async |url: String| match refused(url).await {
        StartError::TooStrong(found) => found.why,
        other => panic!("{other}"),
    };
    assert_eq!(refused(server.owner_url().to_owned()).await, Why::Superuser);
    let name = format!("strong_{}", uuid::Uuid::now_v7().simple());
    server.execute(&format!("CREATE ROLE {name} LOGIN BYPASSRLS")).await;
    server.execute(&format!("GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}")).await;
    let url = server.url().replace("loket_server@", &format!("{name}@"));
    assert_eq!(refused(url.clone()).await, Why::BypassRls);
    server.execute(&format!("ALTER ROLE {name} NOBYPASSRLS")).await;
    for (given, taken, why) in [
        ("ALTER TABLE signals OWNER TO {}", "ALTER TABLE signals OWNER TO postgres", Why::Owner),
        ("ALTER TABLE subjects OWNER TO {}", "ALTER TABLE subjects OWNER TO postgres", Why::Owner),
        ("GRANT postgres TO {}", "REVOKE postgres FROM {}", Why::Superuser),
        ("ALTER ROLE {} CREATEROLE", "ALTER ROLE {} NOCREATEROLE", Why::MakesRoles),
        ("GRANT UPDATE (verb) ON audit TO {}", "REVOKE UPDATE (verb) ON audit FROM {}", Why::ChangesTheLog),
        ("GRANT DELETE ON audit_heads TO PUBLIC", "REVOKE DELETE ON audit_heads FROM PUBLIC", Why::ChangesTheLog),
        ("GRANT UPDATE ON audit_looks TO {}", "REVOKE UPDATE ON audit_looks FROM {}", Why::ChangesTheLog),
        ("GRANT CREATE ON SCHEMA public TO PUBLIC", "REVOKE CREATE ON SCHEMA public FROM PUBLIC", Why::MakesTables),
    ] {
        server.execute(&given.replace("{}", &name)).await;
        assert_eq!(refused(url.clone()).await, why, "{given}");
        server.execute(&taken.replace("{}", &name)).await;
    }
    for statement in [&format!("DROP OWNED BY {name}"), &format!("DROP ROLE {name}")] {
        server.execute(statement).await;
    }
    server.stop().await;
}
