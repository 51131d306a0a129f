### What is wrong in a file, and what you can do. The name after `table-` is the code in the API.

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

## Suppliers and their evidence.

table-no_supplier_rows = There is nothing below the names of the columns. Fill in one row for each supplier.
table-supplier_key = This cannot be a key. Use small letters, digits and hyphens, and begin with a letter. Or leave the cell empty.
table-supplier_no_key = There is no letter or digit in this name. Correct the name, or fill in a key.
table-supplier_other_name = This supplier is here already, as '{ $name }'. Write the name exactly like that. Is it another supplier? Give it a key of its own.
table-supplier_two_names = Row { $row } has the same supplier with another name. Write the name the same way everywhere. Or give each a key of its own.
table-supplier_two_keys = In row { $row } this supplier has another key. Give it the same key everywhere.
table-supplier_twice = This supplier is in row { $row } as well. This row adds nothing.
table-supplier_limit = No more than { $most } of these fit here. Leave this row out.
table-unknown_kind = We do not know this kind of evidence for suppliers. Choose one of these: { $choices }.
table-no_kinds = There is no kind of evidence for each supplier yet. Add one first, on the page Organisation.
table-kind_missing = There is evidence in this row, but not of which kind. Choose one of these: { $choices }.
table-evidence_empty = Write down what the evidence is. Or fill in its number.
table-evidence_twice = Row { $row } has the same kind of evidence of this supplier. There can be one of it. Leave one of the two out.
table-evidence_expired = This evidence no longer counts. Bring it in only if you have nothing newer.
table-evidence_renews = There is a version { $number } of this evidence already. This row becomes the next version, which is judged again.
table-date_unlikely = This day cannot be right. Choose a day between { $first } and { $last }.
table-not_now = This row cannot come in now. Choose the file again.

# The number of a certificate, in the text of the evidence.
supplier-number = Number: { $number }

### The example file: what goes into each column.

template-column = column
template-takes = what you fill in
template-explained = Explanation
template-projects = Projects
template-suppliers = Suppliers
template-phases = Phases of
template-kinds = Kinds of evidence
template-no-kinds = There is no kind of evidence for each supplier yet. Add one first, on the page Organisation.
template-yes-or-no = yes or no
template-whole-number = a whole number
template-may-be-empty = May be left empty. Answer:
template-project-title = Needed. The name of the project, at most 200 characters.
template-project-summary = Needed. What the project is about, in two or three sentences.
template-project-funnelid = The name of the funnel. May be left empty if your organisation has one funnel.
template-project-phase = Needed. The phase that the project is really in now. The phases are listed below.
template-project-leadid = Needed. The e-mail address of whoever leads the project.
template-project-reason = Needed. Why the project comes in now.
template-project-ownerid = Needed. The e-mail address of whoever sees to what is still missing.
template-project-due = Needed. The day on which that is done, such as 31-12-2027.
template-supplier-name = Needed. What the supplier is called, at most 120 characters. More than one piece of evidence? Repeat the name in each row.
template-supplier-supplier = May be left empty. A short name without spaces, for suppliers with almost the same name.
template-supplier-kind = Which kind of evidence it is. Empty: then only the supplier comes in. The kinds are listed below.
template-supplier-text = What the evidence is, who gave it and where it is kept. Needed for evidence without a number.
template-supplier-number = The number of the certificate or contract. May be left empty.
template-supplier-validuntil = The last day on which the evidence counts, such as 31-12-2027. May be left empty.
