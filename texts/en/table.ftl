### What is wrong in a file with projects, and what you can do. The name after `table-` is the code in the API.

## A cell.

table-missing = This is empty. Fill something in.
table-too_long = This text is too long. It can have { $most } characters. Make it shorter.
table-character = This text has a character that is not allowed. Type it again, without unusual characters.
table-no_value = There is a formula here without its result. Open the file in Excel and save it. Or type the value yourself.
table-formula_error = The formula in this cell gives an error. Correct the formula, or type the value yourself.
table-no_date = This date does not exist. Choose a real day, such as 31-12-2027.
table-date_form = This is no date that we can read. Write the day like this: 31-12-2027.
table-date_not_ahead = This day cannot be used. Choose a day after today, and not later than { $latest }.
table-unknown_funnel = We do not know this funnel. Choose one of these: { $choices }.
table-unknown_phase = This phase is not in the funnel '{ $funnel }'. Choose one of these: { $choices }.
table-no_address = This is not an e-mail address. Fill in the colleague's e-mail address.
table-unknown_person = This e-mail address is not known in Trechter. Check it. Or ask for this colleague to be added.
table-fact_not_here = The funnel '{ $funnel }' does not ask this question. Empty this cell.
table-fact_follows = This answer follows from other answers. Empty this cell.
table-fact_yes_no = Only 'yes' or 'no' fits here.
table-fact_amount = Only a whole number fits here, without dots or commas.
table-fact_level = We do not know this answer. Choose one of these: { $choices }.

## A row.

table-merged = Cells are merged in this row ({ $area }). Undo the merge and fill in each cell.
table-refused = { $message }
table-title_exists = There is a project with this name already. Is it the same project? Then leave this row out.
table-title_twice = This name is in row { $row } as well. Is it the same project? Then leave one of the two out.

## The whole file.

table-column_missing = The column '{ $name }' is missing. Put this name above a column. Or use the example file.
table-column_twice = The column '{ $name }' is there twice. Take one of them away.
table-column_unknown = We do not know the column '{ $name }'. What is in it does not come along.
table-header_merged = Cells are merged in the row with the names of the columns ({ $area }). Undo the merge.
table-no_rows = There is nothing below the names of the columns. Fill in one row for each project.
table-windows_1252 = This file was saved in an old form. Check whether letters such as é and ë are right. If not, save it as 'CSV UTF-8'.
