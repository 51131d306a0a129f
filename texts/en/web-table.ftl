### Bringing in projects from a file.

web-bring-ways = Ways to bring in
web-bring-one = One project
web-bring-file = From a file
web-table-title = Bring in projects from a file
web-table-title-lead = Do you have a list of running projects? Bring them in at once. You first see for each row what comes in.
web-table-template = 1. Make your list
web-table-template-lead = Use the example file. Each row is one project. You can also use your own list, if the names above the columns are the same.
web-table-template-excel = Example for Excel
web-table-template-csv = Example as CSV
web-table-columns = What goes into each column?
web-table-column-titel = titel: what the project is called
web-table-column-samenvatting = samenvatting: what the project is about
web-table-column-trechter = trechter: the name of the funnel. Is there only one? Then this may stay empty.
web-table-column-fase = fase: the phase the project is really in
web-table-column-projectleider = projectleider: the e-mail address of who leads the project
web-table-column-waarom = waarom: why the project comes in now
web-table-column-wie-lost-op = wie lost op: the e-mail address of who sees to what is missing
web-table-column-wanneer = wanneer: the day on which that is done, such as 31-12-2027
web-table-column-facts = After that a column for each fact that you know already. Those may stay empty.
web-table-choose = 2. Choose your file
web-table-file = Your list of projects
web-table-file-hint = An Excel file (.xlsx) or a CSV file. At most 500 rows and 4 MB. You first see what is in it. Nothing is stored yet.
web-table-reading = We are reading your file…
web-table-look = 3. Check what comes in
web-table-read = Read: { $name }.
web-table-read-sheet = Read: { $name }, sheet '{ $sheet }'.
web-table-counted = { $count ->
    [one] There is 1 row in it.
   *[other] There are { $count } rows in it.
    } { $bad ->
    [0] All rows can be read.
    [one] 1 row cannot come along.
   *[other] { $bad } rows cannot come along.
    }
web-table-file-wrong = Nothing can come in like this. Mend it in your file and choose the file again.
web-table-bad = { $count ->
    [one] 1 row cannot come along
   *[other] { $count } rows cannot come along
    }
web-table-bad-lead = Mend these rows in your file and choose the file again. Or bring in the other rows first.
web-table-row-column = Row
web-table-wrong = What is wrong?
web-table-row = Row { $row }
web-table-untitled = without a title
web-table-cell = { $cell } ({ $column }):
web-table-cell-value = { $cell } ({ $column }) '{ $value }':
web-table-rows = { $count ->
    [one] 1 row can come in
   *[other] { $count } rows can come in
    }
web-table-rows-lead = Untick a project that you do not want to bring in now.
web-table-project = Project
web-table-phase = Phase
web-table-lead = Project lead
web-table-owner = Sees to what is missing
web-table-state = State
web-table-good = Can come in
web-table-doubtful = Check this
web-table-here = Is in already
web-table-done = Brought in
web-table-failed = Did not work
web-table-open = Open the project
web-table-bring = { $count ->
    [one] Bring in 1 project
   *[other] Bring in { $count } projects
    }
web-table-again = { $count ->
    [one] Try 1 project again
   *[other] Try { $count } projects again
    }
web-table-once = The same row of the same file never comes in twice.
web-table-progress = { $done } of { $total } projects were handled.
web-table-result = { $count ->
    [0] No project was brought in yet.
    [one] 1 project was brought in.
   *[other] { $count } projects were brought in.
    }
web-table-result-failed = { $count ->
    [one] 1 project did not work. Read at its row why.
   *[other] { $count } projects did not work. Read at the rows why.
    }
