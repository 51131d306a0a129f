### The page with all projects.

web-portfolio-sentence = { $count ->
    [one] 1 project is running.
   *[other] { $count } projects are running.
    }
web-portfolio-sentence-late = { $count ->
    [one] In 1 project something is late.
   *[other] In { $count } projects something is late.
    }
web-portfolio-sentence-held = { $count ->
    [one] 1 project waits for an agreed day.
   *[other] { $count } projects wait for an agreed day.
    }
web-portfolio-sentence-soon = { $count ->
    [one] 1 decision is planned in the coming 30 days.
   *[other] { $count } decisions are planned in the coming 30 days.
    }
web-portfolio-picture = Where are the projects? { $name }
web-portfolio-count = { $count ->
    [0] No projects
    [one] 1 project
   *[other] { $count } projects
    }
web-portfolio-late = { $count } late
web-portfolio-ended = { $count } stopped
web-portfolio-table = What waits for whom?
web-portfolio-held = Waits until { $date }
web-portfolio-key = A dot is a project. A triangle is a project where something is late.
web-waits-column = Waits for
web-waits-days = For how long
web-waits-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
    }
web-days = { $count ->
    [0] Since today
    [one] 1 day
   *[other] { $count } days
    }
web-late = Late
web-closed-column = Closed
web-closed-not = Not yet
web-filters = Which projects do you want to see?
web-filter-all-phases = All phases
web-filter-everybody = Everybody
web-filter-state = On time
web-filter-all-states = All
web-filter-late = Only what is late
web-filter-count = { $count } of { $total } projects.
web-filter-none = No project fits your choice.
web-filter-clear = Show all projects
