CREATE TABLE `count_revision` (
	`month` text NOT NULL,
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`revision` integer NOT NULL,
	`amount` integer NOT NULL,
	`unplanned` integer DEFAULT 0 NOT NULL,
	`emergency` integer DEFAULT 0 NOT NULL,
	`direct` integer DEFAULT 0 NOT NULL,
	`rule_version` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`month`, `unit`, `indicator`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `count_unit` ON `count_revision` (`unit`,`indicator`,`month`,`revision`);--> statement-breakpoint
CREATE TABLE `counting_rule` (
	`version` text PRIMARY KEY NOT NULL,
	`from_month` text NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `plan_revision` (
	`year` integer NOT NULL,
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`revision` integer NOT NULL,
	`amount` integer NOT NULL,
	`basis` text DEFAULT '' NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`year`, `unit`, `indicator`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `reporting` (
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`mode` text DEFAULT 'figures' NOT NULL,
	`from_month` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`unit`, `indicator`)
);
--> statement-breakpoint
CREATE TABLE `round` (
	`month` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE TABLE `round_unit` (
	`month` text NOT NULL,
	`unit` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`by` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`month`, `unit`)
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`target` text NOT NULL,
	`recipient` text NOT NULL,
	`card` text,
	`kind` text NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`not_after` integer,
	`lease_until` integer,
	`uncertain_since` integer,
	`message_id` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`subject`,`state`);--> statement-breakpoint
CREATE INDEX `outbox_target` ON `outbox` (`target`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_finished` ON `outbox` (`finished_at`);--> statement-breakpoint
CREATE TABLE `filing` (
	`number` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`organiser` text NOT NULL,
	`kind` text NOT NULL,
	`targets` text NOT NULL,
	`start_day` text NOT NULL,
	`end_day` text NOT NULL,
	`approval` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `filing_start` ON `filing` (`start_day`);--> statement-breakpoint
CREATE TABLE `research_visit` (
	`number` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`organiser` text NOT NULL,
	`targets` text NOT NULL,
	`start_day` text NOT NULL,
	`end_day` text NOT NULL,
	`unannounced` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `research_visit_start` ON `research_visit` (`start_day`);--> statement-breakpoint
CREATE TABLE `grant` (
	`open_id` text NOT NULL,
	`unit` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`open_id`, `unit`, `role`)
);
--> statement-breakpoint
CREATE INDEX `grant_unit` ON `grant` (`unit`,`role`);--> statement-breakpoint
CREATE INDEX `grant_role` ON `grant` (`role`);--> statement-breakpoint
CREATE TABLE `group_chat` (
	`chat_id` text PRIMARY KEY NOT NULL,
	`silent` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'active' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`open_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`greeted_at` integer,
	`muted` integer DEFAULT false NOT NULL,
	`gone` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unit` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tier` text NOT NULL,
	`county` text DEFAULT '' NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL,
	`remoteness` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `local_figure` (
	`code` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`values` text NOT NULL,
	PRIMARY KEY(`code`, `unit`, `position`)
);
--> statement-breakpoint
CREATE TABLE `question` (
	`number` text PRIMARY KEY NOT NULL,
	`published_revision` integer,
	`enabled` integer DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE `question_hit_day` (
	`number` text NOT NULL,
	`day` text NOT NULL,
	`hits` integer DEFAULT 0 NOT NULL,
	`useful` integer DEFAULT 0 NOT NULL,
	`unsolved` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`number`, `day`)
);
--> statement-breakpoint
CREATE TABLE `question_miss` (
	`text` text PRIMARY KEY NOT NULL,
	`times` integer NOT NULL,
	`last_day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `question_revision` (
	`number` text NOT NULL,
	`revision` integer NOT NULL,
	`question` text NOT NULL,
	`like` text NOT NULL,
	`unlike` text NOT NULL,
	`answer` text NOT NULL,
	`document` text NOT NULL,
	`document_number` text DEFAULT '' NOT NULL,
	`clause` text DEFAULT '' NOT NULL,
	`valid_from` text DEFAULT '' NOT NULL,
	`valid_until` text DEFAULT '' NOT NULL,
	`units` text NOT NULL,
	`office` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`topic` text DEFAULT '' NOT NULL,
	`fact_ids` text NOT NULL,
	`local_figures` text NOT NULL,
	`replaced_by` text DEFAULT '' NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`number`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `search_row` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`units` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_row_place` ON `search_row` (`number`,`position`);--> statement-breakpoint
CREATE TABLE `search_token` (
	`token` text PRIMARY KEY NOT NULL,
	`rows` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`target` text NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_target` ON `audit` (`target`,`at`);--> statement-breakpoint
CREATE TABLE `calendar_day` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`note` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `calendar_year` (
	`year` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `guard` (
	`ok` integer NOT NULL,
	CONSTRAINT "guard" CHECK("guard"."ok" = 1)
);
--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`message_key` text,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`received_at` integer NOT NULL,
	`finished_at` integer,
	CONSTRAINT "guard_inbox_state" CHECK("inbox"."state" in ('new', 'handled', 'failed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_message` ON `inbox` (`message_key`);--> statement-breakpoint
CREATE INDEX `inbox_open` ON `inbox` (`state`,`received_at`);--> statement-breakpoint
CREATE TABLE `job_run` (
	`job` text NOT NULL,
	`slot` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`cursor` text,
	`step` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`job`, `slot`)
);
--> statement-breakpoint
CREATE INDEX `job_run_latest` ON `job_run` (`job`,`due_at`);--> statement-breakpoint
CREATE INDEX `job_run_open` ON `job_run` (`state`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `visit_group` (
	`number` text PRIMARY KEY NOT NULL,
	`liaison` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `visit_point` (
	`unit` text PRIMARY KEY NOT NULL,
	`group_number` text NOT NULL,
	`sort` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `visit_point_group` ON `visit_point` (`group_number`);--> statement-breakpoint
CREATE TABLE `visit_record` (
	`unit` text NOT NULL,
	`half` text NOT NULL,
	`kind` text NOT NULL,
	`group_number` text NOT NULL,
	`day` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `half`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `visit_record_half` ON `visit_record` (`half`);--> statement-breakpoint
CREATE TABLE `notice` (
	`scope` text NOT NULL,
	`indicator` text NOT NULL,
	`month` text NOT NULL,
	`county` text NOT NULL,
	`level` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`evidence` text NOT NULL,
	`rule_version` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `indicator`, `month`)
);
--> statement-breakpoint
CREATE INDEX `notice_month` ON `notice` (`month`,`decision`);