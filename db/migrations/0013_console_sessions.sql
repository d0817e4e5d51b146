CREATE TABLE `console_login` (
	`id` text PRIMARY KEY NOT NULL,
	`client` text NOT NULL,
	`started_at` integer NOT NULL,
	`used` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `console_login_client` ON `console_login` (`client`,`started_at`);--> statement-breakpoint
CREATE INDEX `console_login_started` ON `console_login` (`started_at`);--> statement-breakpoint
CREATE TABLE `console_session` (
	`id` text PRIMARY KEY NOT NULL,
	`open_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `console_session_person` ON `console_session` (`open_id`);--> statement-breakpoint
CREATE INDEX `console_session_ends` ON `console_session` (`ends_at`);