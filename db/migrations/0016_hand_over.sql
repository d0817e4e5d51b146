CREATE TABLE `hand_over` (
	`unit` text NOT NULL,
	`role` text NOT NULL,
	`open_id` text NOT NULL,
	`successor` text NOT NULL,
	`from_day` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `role`, `open_id`)
);
--> statement-breakpoint
CREATE INDEX `hand_over_day` ON `hand_over` (`from_day`);