resource "aws_elasticache_replication_group" "cache" {
  engine     = "redis"
  auth_token = "pa$$hunter2"
  parameter {
    name  = "requirepass"
    value = "hunter2"
  }
}
