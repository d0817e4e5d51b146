CREATE TABLE `question_review` (
	`number` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`submitted_by` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`decided_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	`leader_sign` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`number`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `question_review_state` ON `question_review` (`state`,`submitted_at`);--> statement-breakpoint
ALTER TABLE `question` ADD `review_by` text;