<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Idle</title>
<link rel="icon" href="data:,">
</head>
<body>
<% session.setMaxInactiveInterval(Integer.parseInt(request.getParameter("seconds"))); %><p id="session">${pageContext.session.id}</p>
</body>
</html>
