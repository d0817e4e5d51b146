CREATE TABLE `warning_rule` (
	`version` text PRIMARY KEY NOT NULL,
	`from_month` text NOT NULL,
	`parameters` text NOT NULL,
	`note` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `warning_silence` (
	`id` text PRIMARY KEY NOT NULL,
	`county` text NOT NULL,
	`scope` text NOT NULL,
	`indicator` text NOT NULL,
	`reason` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	`until` text NOT NULL,
	`ended_at` integer,
	`ended_by` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `warning_silence_level` ON `warning_silence` (`county`,`until`);--> statement-breakpoint
CREATE TABLE `warning_task` (
	`scope` text NOT NULL,
	`indicator` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`county` text NOT NULL,
	`text` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`by` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`scope`, `indicator`, `month`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `warning_task_open` ON `warning_task` (`county`,`state`);