CREATE TABLE `count_current` (
	`unit` text NOT NULL,
	`indicator` text NOT NULL,
	`month` text NOT NULL,
	`revision` integer NOT NULL,
	`amount` integer NOT NULL,
	`unplanned` integer NOT NULL,
	`emergency` integer NOT NULL,
	`direct` integer NOT NULL,
	`rule_version` text NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`unit`, `indicator`, `month`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `count_current`
SELECT `unit`, `indicator`, `month`, max(`revision`), `amount`, `unplanned`, `emergency`, `direct`, `rule_version`, `source`
FROM `count_revision` GROUP BY `month`, `unit`, `indicator`;
--> statement-breakpoint
-- The newest revision is in force, in whatever order revisions arrive.
CREATE TRIGGER `count_current_follows` AFTER INSERT ON `count_revision` BEGIN
	INSERT INTO `count_current`
	VALUES (new.`unit`, new.`indicator`, new.`month`, new.`revision`, new.`amount`, new.`unplanned`, new.`emergency`, new.`direct`, new.`rule_version`, new.`source`)
	ON CONFLICT (`unit`, `indicator`, `month`) DO UPDATE SET
		`revision` = excluded.`revision`, `amount` = excluded.`amount`, `unplanned` = excluded.`unplanned`,
		`emergency` = excluded.`emergency`, `direct` = excluded.`direct`, `rule_version` = excluded.`rule_version`,
		`source` = excluded.`source`
	WHERE excluded.`revision` > `count_current`.`revision`;
END;
--> statement-breakpoint
CREATE TABLE `review_revision` (
	`period` text NOT NULL,
	`county` text DEFAULT '' NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`figures` text NOT NULL,
	`author` text NOT NULL,
	`author_name` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`period`, `county`, `revision`)
);
--> statement-breakpoint
CREATE INDEX `review_state` ON `review_revision` (`county`,`state`,`period`);