//! Who of a party can do a task, and who stands in for whom.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

use crate::dialect::schema;

/// Columns of tasks, and the read copy of delegations.
pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &'static str {
        "m0004_task_people"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        let backend = manager.get_database_backend();
        let no = if backend == DatabaseBackend::Postgres { "false" } else { "0" };
        let tables = include_str!("tables.sql").replace("{no}", no);
        connection.execute_unprepared(&schema(backend, &tables)).await?;
        if backend == DatabaseBackend::Postgres {
            connection.execute_unprepared(include_str!("postgres.sql")).await?;
        } else {
            // Time looks at every project under way once, and says of its tasks who can do them.
            let look = "UPDATE projects SET due_on = '1970-01-01' WHERE lifecycle = 'active'";
            connection.execute_unprepared(look).await?;
        }
        Ok(())
    }

    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("who can do a task is not forgotten again: restore a backup instead".to_owned()))
    }
}
