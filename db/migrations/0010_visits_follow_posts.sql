CREATE TABLE `visit_avoidance` (
	`group_number` text NOT NULL,
	`unit` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`group_number`, `unit`)
);
--> statement-breakpoint
CREATE TABLE `visit_duty` (
	`half` text NOT NULL,
	`unit` text NOT NULL,
	`group_number` text NOT NULL,
	PRIMARY KEY(`half`, `unit`)
);
--> statement-breakpoint
ALTER TABLE `visit_point` ADD `inherited` integer DEFAULT false NOT NULL;