//! Who works in PostgreSQL: the owner makes the schema, another role serves, and can neither change the schema, nor the audit log, nor go
//! round row-level security.

use sqlx::AssertSqlSafe;

use super::{Store, StoreError};

/// What a serving role is asked, worst first. What it may become by a group, or may do because everybody may, counts as its own.
const QUESTIONS: [(Why, &str); 6] = [
    (Why::Superuser, "SELECT bool_or(rolsuper) FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')"),
    (Why::BypassRls, "SELECT bool_or(rolbypassrls) FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')"),
    (Why::MakesRoles, "SELECT bool_or(rolcreaterole) FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')"),
    (
        Why::Owner,
        "SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND \
         (pg_has_role(current_user, c.relowner, 'MEMBER') OR pg_has_role(current_user, n.nspowner, 'MEMBER')))",
    ),
    (
        Why::ChangesTheLog,
        "SELECT has_table_privilege('audit', 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege('audit', 'UPDATE') \
         OR has_table_privilege('audit_heads', 'DELETE, TRUNCATE') OR has_table_privilege('audit_looks', 'UPDATE, DELETE, TRUNCATE') \
         OR has_table_privilege('_sqlx_migrations', 'INSERT, UPDATE, DELETE, TRUNCATE')",
    ),
    (Why::MakesTables, "SELECT has_schema_privilege('public', 'CREATE')"),
];

/// Why the role of a store may do too much to serve; nothing when it does not, or on SQLite.
pub async fn too_strong(store: &Store) -> Result<Option<TooStrong>, StoreError> {
    let Store::Pg(pool) = store else { return Ok(None) };
    let (role,): (String,) = sqlx::query_as("SELECT CAST(current_user AS TEXT)").fetch_one(pool).await?;
    for (why, question) in QUESTIONS {
        if sqlx::query_scalar::<_, bool>(question).fetch_one(pool).await? {
            return Ok(Some(TooStrong { role, why }));
        }
    }
    Ok(None)
}

/// A role that may do too much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooStrong {
    /// The role.
    pub role: String,
    /// Why.
    pub why: Why,
}

/// What makes a role too strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is a superuser.
    Superuser,
    /// It goes round row-level security (`BYPASSRLS`).
    BypassRls,
    /// It makes roles, and so may make itself a member of any (`CREATEROLE`).
    MakesRoles,
    /// It owns tables or their schema, or is a member of a role that does.
    Owner,
    /// It may change or delete what the audit log, or the list of steps of the schema, holds.
    ChangesTheLog,
    /// It may make tables beside those of loket.
    MakesTables,
}

/// Lets a role serve: rows may be read and written, but nothing of the audit log changed or deleted, nor the schema. Asked by the owner, after
/// every change of the schema. On SQLite there are no roles.
pub async fn admit(store: &Store, role: &str) -> Result<(), StoreError> {
    let Store::Pg(pool) = store else { return Ok(()) };
    let (name,): (String,) = sqlx::query_as("SELECT quote_ident($1)").bind(role).fetch_one(pool).await?;
    let mut transaction = pool.begin().await?;
    let statements = [
        format!("GRANT USAGE ON SCHEMA public TO {name}"),
        format!("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}"),
        format!("REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM {name}"),
        format!("REVOKE DELETE, TRUNCATE ON audit_heads FROM {name}"),
        format!("REVOKE UPDATE, DELETE, TRUNCATE ON audit_looks FROM {name}"),
        // Up to PostgreSQL 14 everybody may.
        format!("REVOKE CREATE ON SCHEMA public FROM PUBLIC, {name}"),
        format!("REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _sqlx_migrations FROM {name}"),
        format!("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}"),
    ];
    for statement in statements {
        // The name is quoted by PostgreSQL itself.
        sqlx::query(AssertSqlSafe(statement)).execute(&mut *transaction).await?;
    }
    Ok(transaction.commit().await?)
}
